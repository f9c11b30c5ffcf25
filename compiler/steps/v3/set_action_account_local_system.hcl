step "v3.set_action_account_local_system" {
  title        = "Let response actions run as LocalSystem"
  scope        = "workspace"
  kind         = "portal"
  generations  = ["v3"]
  who          = "Security Administrator"
  runs_on      = "portal"
  risk         = "none"
  duration     = "10m"
  requires     = ["workspace.create"]
  effects      = { workspace = { action_account_mode = "local_system", action_accounts = { for account in keys(workspace.action_accounts) : account => null } } }
  why          = "A v3 sensor acts as LocalSystem; with a gMSA registered its actions fail."
  verify       = "Settings > Identities > Manage action accounts shows \"Automatically use the sensor's local system account\", and no account is listed."
  undo         = "Register the accounts again from the list in the change record."
  reversible   = true
  instructions = "Note the accounts that are listed, remove them, and choose the local system account."
  portal       = { "2023-08" = "Settings > Identities > Manage action accounts" }
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/manage-action-accounts"]
}
