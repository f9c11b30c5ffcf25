step "adfs.create_audit_gpo" {
  title        = "Audit logons and applications on AD FS servers"
  scope        = "domain"
  kind         = "gpo"
  generations  = ["v2", "v3"]
  who          = "Domain Admin"
  privilege    = "Create policy objects, and link rights on the container of the AD FS servers"
  runs_on      = "domain_controller"
  risk         = "replication"
  duration     = "30m"
  requires     = ["change.open_window"]
  why          = "AD FS writes its events through Application Generated, and Logon tells who came in."
  verify       = "auditpol on a federation server shows Success and Failure for Application Generated and Logon."
  undo         = "Unlink the policy object."
  reversible   = true
  instructions = "Create a policy object that sets Application Generated and Logon to success and failure, link it to the federation servers, and let nothing else apply it."
  touches      = { policy_object = ["Audit policy of the AD FS servers of ${subject}"] }
  impact       = "Security logs grow faster"
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]
}
