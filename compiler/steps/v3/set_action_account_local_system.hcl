step "v3.set_action_account_local_system" {
  title        = "Let response actions run as LocalSystem"
  scope        = "workspace"
  kind         = "portal"
  generations  = ["v3"]
  who          = "Security Administrator"
  privilege    = "System settings (manage) and Security settings (manage) of unified RBAC"
  runs_on      = "portal"
  risk         = "none"
  duration     = "10m"
  requires     = ["workspace.create"]
  on_demand    = true
  when         = spec.action_account.mode != "gmsa"
  done         = workspace.action_account_mode == "local_system" && length(workspace.action_accounts) == 0
  effects      = { workspace = { action_account_mode = "local_system", action_accounts = { for key in keys(workspace.action_accounts) : key => null } } }
  why          = "A v3 sensor acts as LocalSystem; with a gMSA registered its actions fail."
  verify       = "Settings > Identities > Manage action accounts shows \"Automatically use the sensor's local system account\", and no account is listed."
  undo         = "Register the accounts again from the list in the change record."
  reversible   = true
  instructions = "Note the accounts that are listed, remove them, and choose the local system account."
  portal       = { "2023-08" = "Settings > Identities > Manage action accounts", "2026-03" = "Settings > Identities > Microsoft Defender for Identity > Manage action accounts" }
  impact       = "Response actions run as LocalSystem on all sensors"
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/manage-action-accounts"]
}
