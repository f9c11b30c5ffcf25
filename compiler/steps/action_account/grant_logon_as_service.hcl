step "action_account.grant_logon_as_service" {
  title        = "Let the action account log on as a service"
  scope        = "domain"
  kind         = "gpo"
  generations  = ["v2"]
  who          = "Domain Admin"
  privilege    = "Edit rights on the policy object of the domain controllers"
  runs_on      = "domain_controller"
  risk         = "none"
  duration     = "20m"
  requires     = ["action_account.create_gmsa"]
  on_demand    = true
  when         = try(spec.action_account.mode, null) == "gmsa"
  why          = "The sensor starts a process as this account, which takes the right on every domain controller."
  verify       = "gpresult on a domain controller shows the account under \"Log on as a service\"."
  undo         = "Remove the account from the policy."
  reversible   = true
  instructions = "Add the account to \"Log on as a service\" in the policy object of the domain controllers, and keep NT SERVICE\\ALL SERVICES and everything that stands there."
  affects      = keys(domain.dcs)
  touches      = { policy_object = ["Policy of ${subject} that defines Log on as a service"] }
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/manage-action-accounts"]
}
