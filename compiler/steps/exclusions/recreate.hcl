step "exclusions.recreate" {
  title        = "Make the exclusions"
  scope        = "workspace"
  kind         = "portal"
  generations  = ["v2", "v3", "standalone"]
  who          = "Security Administrator"
  privilege    = "System settings (manage) and Security settings (manage) of unified RBAC"
  runs_on      = "portal"
  risk         = "none"
  duration     = "30m"
  requires     = ["workspace.create"]
  prefers      = ["ata.inventory"]
  when         = spec.exclusions != null
  done         = alltrue([for name, entities in spec.exclusions : length(setsubtract(keys(entities), try(keys(workspace.exclusions[name]), []))) == 0])
  effects      = { workspace = { exclusions = spec.exclusions } }
  why          = "Known and accepted behaviour that nobody excluded becomes the noise in which an attack is missed."
  verify       = "The list of excluded entities equals the spec."
  undo         = "Delete the entries."
  reversible   = true
  instructions = "Prefer a tuning rule for alerts that come from the detection engine of Defender XDR: exclusions do not reach those. Otherwise exclude the entities of the spec by detection rule."
  portal       = { "2023-08" = "Settings > Identities > Excluded entities" }
  sources      = ["https://learn.microsoft.com/defender-for-identity/exclusions"]
}
