step "domain.create_dsa_user" {
  title        = "Create a user account for the sensors"
  scope        = "domain"
  kind         = "manual"
  generations  = ["v2", "standalone"]
  who          = "Domain Admin"
  privilege    = "Create users in the target container"
  runs_on      = "domain_controller"
  risk         = "none"
  duration     = "15m"
  requires     = ["change.open_window"]
  on_demand    = true
  when         = spec.dsa.kind == "user"
  why          = "Where a gMSA cannot be used, a plain user with read access does."
  verify       = "The account exists, is enabled, and is in no privileged group."
  undo         = "Remove the account."
  reversible   = true
  instructions = "Create a user that nobody else uses, with a long random password that does not expire unnoticed, and without any further right."
  security     = ["account"]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/directory-service-accounts"]
}
