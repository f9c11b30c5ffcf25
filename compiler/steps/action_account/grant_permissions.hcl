step "action_account.grant_permissions" {
  title        = "Let the action account reset passwords and disable users"
  scope        = "domain"
  kind         = "manual"
  generations  = ["v2"]
  who          = "Domain Admin"
  privilege    = "Write access lists on the containers that were agreed"
  runs_on      = "domain_controller"
  risk         = "none"
  duration     = "30m"
  requires     = ["action_account.create_gmsa"]
  on_demand    = true
  when         = try(spec.action_account.mode, null) == "gmsa"
  why          = "Without the rights a response is accepted in the portal and refused by the directory."
  verify       = "Get-gMSAPermissionsOnUser shows Reset Password, pwdLastSet and userAccountControl on a test user."
  undo         = "Restore the access lists from the copy that was taken before."
  reversible   = true
  instructions = "Save the access lists first. On every container the spec names, delegate to the account for descendant users: Reset Password, read and write pwdLastSet, read and write userAccountControl; and write member on groups only where group changes are wanted."
  notes        = ["Users with adminCount=1 are not reached through containers; AdminSDHolder decides about them."]
  security     = ["delegation"]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/manage-action-accounts"]
}
