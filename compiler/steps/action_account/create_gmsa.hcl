step "action_account.create_gmsa" {
  title        = "Create the gMSA for response actions"
  scope        = "domain"
  kind         = "manual"
  generations  = ["v2"]
  who          = "Domain Admin"
  privilege    = "Create managed service accounts"
  runs_on      = "domain_controller"
  risk         = "replication"
  duration     = "20m"
  requires     = ["forest.wait_kds", "change.open_window"]
  on_demand    = true
  when         = try(spec.action_account.mode, null) == "gmsa"
  why          = "Response actions that run as LocalSystem may do everything; an account of their own may do what it was given."
  verify       = "Get-ADServiceAccount finds the account, and only domain controllers with a v2 sensor may retrieve its password."
  undo         = "Remove the account; response runs as LocalSystem again."
  reversible   = true
  instructions = "Create a gMSA that is not the Directory Service Account, and let only the domain controllers with a v2 sensor retrieve its password."
  security     = ["account"]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/manage-action-accounts"]
}
