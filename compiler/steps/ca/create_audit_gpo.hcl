step "ca.create_audit_gpo" {
  title        = "Audit Certification Services on CAs"
  scope        = "domain"
  kind         = "gpo"
  generations  = ["v2", "v3"]
  who          = "Domain Admin"
  privilege    = "Create policy objects, and link rights on the container of the certification authorities"
  runs_on      = "domain_controller"
  risk         = "replication"
  duration     = "30m"
  requires     = ["change.open_window"]
  why          = "What a CA issues leaves events only where this subcategory is on."
  verify       = "auditpol on a CA shows Success and Failure for Certification Services."
  undo         = "Unlink the policy object."
  reversible   = true
  instructions = "Create a policy object that sets Certification Services to success and failure, let only Cert Publishers apply it, and link it above the CAs."
  touches      = { policy_object = ["Audit policy of the certification authorities of ${subject}"] }
  impact       = "Security logs grow faster"
  notes        = ["Where the module makes the policy, give it -SkipGpoLink and no -Configuration All; its -WhatIf is no dry run."]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]
}
