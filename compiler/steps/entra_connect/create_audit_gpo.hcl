step "entra_connect.create_audit_gpo" {
  title        = "Audit logons on Entra Connect servers"
  scope        = "domain"
  kind         = "gpo"
  generations  = ["v2", "v3"]
  who          = "Domain Admin"
  privilege    = "Create policy objects, and link rights on the container of the Entra Connect servers"
  runs_on      = "domain_controller"
  risk         = "replication"
  duration     = "30m"
  requires     = ["change.open_window"]
  why          = "Logons at this server are how a theft of its synchronisation account shows."
  verify       = "auditpol on the server shows Success and Failure for Logon."
  undo         = "Unlink the policy object."
  reversible   = true
  instructions = "Create a policy object that sets Logon to success and failure, link it to the Entra Connect servers only, and keep the rights of the synchronisation account."
  touches      = { policy_object = ["Audit policy of the Entra Connect servers of ${subject}"] }
  impact       = "Security logs grow faster"
  notes        = ["Made by hand: EntraConnectAuditing of Set-MDIConfiguration also sets Log on as a service to two accounts only, and synchronisation does not start again after its next restart."]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]
}
