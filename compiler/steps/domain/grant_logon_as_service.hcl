step "domain.grant_logon_as_service" {
  title        = "Let the account log on as a service"
  scope        = "domain"
  kind         = "gpo"
  generations  = ["v2", "standalone"]
  who          = "Group policy administrator"
  privilege    = "Edit rights on the policy that wins"
  runs_on      = "domain_controller"
  risk         = "replication"
  duration     = "30m"
  wait         = "15m"
  requires     = ["domain.create_gmsa", "audit.snapshot_state", "change.open_window"]
  affects      = keys(domain.dcs)
  why          = "Where a policy lists who may log on as a service, it replaces what the servers allow by themselves; an account that is not on the list cannot start."
  verify       = "secedit /export /areas USER_RIGHTS shows the SID of the account and S-1-5-80-0 under SeServiceLogonRight."
  undo         = "Restore the policy from its backup."
  reversible   = true
  instructions = "Find the policy that wins (gpresult /h), add the account and NT SERVICE\\ALL SERVICES to \"Log on as a service\", keep every entry that stands there, and refresh group policy."
  notes        = ["The lists of several policies do not add up: whoever is left out loses the right at the next start of its service."]
  touches      = { policy_object = ["Policy of ${subject} that defines Log on as a service"] }
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa"]
}
