step "tags.apply" {
  title        = "Tag sensitive and honeytoken entities"
  scope        = "workspace"
  kind         = "portal"
  generations  = ["v2", "v3", "standalone"]
  who          = "Security Administrator"
  privilege    = "System settings (manage) and Security settings (manage) of unified RBAC"
  runs_on      = "portal"
  risk         = "none"
  duration     = "30m"
  requires     = ["workspace.create", "sensor.verify_first_data"]
  prefers      = ["ata.inventory"]
  when         = spec.tags != null
  done         = alltrue([for tag, entities in spec.tags : length(setsubtract(keys(entities), try(keys(workspace.tags[tag]), []))) == 0])
  effects      = { workspace = { tags = spec.tags } }
  why          = "Detections look harder at what is tagged; default groups need nothing, your own do."
  verify       = "The lists of tagged entities equal the spec."
  undo         = "Remove the tags."
  reversible   = true
  instructions = "Tag the entities of the spec. An account that is in use makes a bad honeytoken: it floods the queue."
  portal       = { "2023-08" = "Settings > Identities > Sensitive, Honeytoken, Exchange server" }
  sources      = ["https://learn.microsoft.com/defender-for-identity/entity-tags"]
}
