step "action_account.register" {
  title        = "Register the action account in the portal"
  scope        = "workspace"
  kind         = "portal"
  generations  = ["v2"]
  who          = "Security Administrator"
  privilege    = "System settings (manage) and Security settings (manage) of unified RBAC"
  runs_on      = "portal"
  risk         = "none"
  duration     = "10m"
  requires     = ["action_account.grant_permissions", "action_account.grant_logon_as_service", "workspace.create"]
  when         = try(spec.action_account.mode, null) == "gmsa"
  done         = workspace.action_account_mode == "gmsa"
  effects      = { workspace = { action_account_mode = "gmsa" } }
  why          = "Sensors act as the account that the portal names, and as LocalSystem otherwise."
  verify       = "Settings > Identities > Manage action accounts lists the account with its domain."
  undo         = "Choose the sensor's local system account again."
  reversible   = true
  instructions = "Choose \"Manually configure your management accounts\" and add the account with its full domain name."
  portal       = { "2023-08" = "Settings > Identities > Manage action accounts", "2026-03" = "Settings > Identities > Microsoft Defender for Identity > Manage action accounts" }
  security     = ["account"]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/manage-action-accounts"]
}
