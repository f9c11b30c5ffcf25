step "entra_connect.create_audit_gpo" {
  title        = "Audit logons on Entra Connect servers"
  scope        = "domain"
  kind         = "gpo"
  generations  = ["v2", "v3"]
  roles        = ["entra_connect"]
  who          = "Domain Admin"
  runs_on      = "domain_controller"
  risk         = "replication"
  duration     = "30m"
  requires     = ["change.open_window"]
  why          = "Logons at this server are how a theft of its synchronisation account shows."
  verify       = "auditpol on the server shows Success and Failure for Logon."
  undo         = "Unlink the policy object."
  reversible   = true
  instructions = "Create a policy object that sets Logon to success and failure, link it to the Entra Connect servers only, and keep the rights of the synchronisation account."
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]
}
