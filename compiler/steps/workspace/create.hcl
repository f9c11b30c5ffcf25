step "workspace.create" {
  title        = "Create the workspace"
  scope        = "workspace"
  kind         = "portal"
  who          = "Security Administrator"
  privilege    = "Security Administrator in Entra; nothing less is enough"
  runs_on      = "portal"
  risk         = "irreversible"
  duration     = "15m"
  requires     = ["tenant.verify_license", "tenant.verify_admin_role", "tenant.accept_region", "tenant.clear_stale_groups", "change.approve"]
  on_demand    = true
  when         = workspace.exists != true
  done         = workspace.exists == true
  effects      = { workspace = { exists = true } }
  why          = "Everything else is bound to the workspace: package, access key and the name of the API."
  verify       = "Settings > Identities opens and shows the sensor page."
  undo         = "Cannot be undone: a workspace can only be deleted by support, with its history."
  reversible   = false
  instructions = "Sign in to the Defender portal and open Settings > Identities. The service creates the workspace; that takes up to ten minutes."
  portal       = { "2023-08" = "security.microsoft.com > Settings > Identities" }
  security     = ["data_residency"]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/deploy-defender-identity"]

  failure "no workspace is made, and groups of an older one exist" {
    means       = "The groups of a workspace that was deleted have the names of the new ones"
    go_to       = ["tenant.clear_stale_groups"]
    retry_after = "tenant.clear_stale_groups"
  }
}
