step "v2_to_v3.remove_workspace_dsa" {
  title        = "Delete the directory service accounts of the workspace"
  scope        = "workspace"
  kind         = "portal"
  generations  = ["v3"]
  who          = "Security Administrator"
  privilege    = "System settings (manage) and Security settings (manage) of unified RBAC"
  runs_on      = "portal"
  risk         = "irreversible"
  duration     = "15m"
  requires     = ["v2_to_v3.decide", "sensor.delete_portal_entry"]
  effects      = { workspace = { dsa_entries = { for key in keys(workspace.dsa_entries) : key => null } } }
  why          = "v3 needs no account; one that nobody uses any more is one that nobody watches."
  verify       = "The list of directory service accounts is empty, and no health issue speaks of credentials."
  undo         = "Enter the accounts again."
  reversible   = true
  instructions = "Only when no v2 or standalone sensor is left, role servers included: delete the entries, then retire accounts, groups, the right on Deleted Objects, database rights and logon rights."
  portal       = { "2023-08" = "Settings > Identities > Directory service accounts" }
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/directory-service-accounts"]
}
