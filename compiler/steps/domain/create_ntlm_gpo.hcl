step "domain.create_ntlm_gpo" {
  title        = "Create the policy for NTLM auditing"
  scope        = "domain"
  kind         = "gpo"
  who          = "Group policy administrator"
  privilege    = "Group Policy Creator Owners"
  runs_on      = "domain_controller"
  risk         = "none"
  duration     = "20m"
  requires     = ["change.approve"]
  on_demand    = true
  params       = { PolicyName = "${spec.auditing.gpo_prefix} - NTLM Auditing for DCs" }
  why          = "Three registry values make the controllers write event 8004."
  verify       = "The report of the policy shows the three values."
  undo         = "Delete the policy; it is not linked yet."
  reversible   = true
  instructions = "Create the policy {PolicyName}: outgoing NTLM traffic \"Audit all\", NTLM authentication in this domain \"Enable all\", incoming NTLM traffic \"Enable auditing for all accounts\"."
  touches      = { policy_object = ["${spec.auditing.gpo_prefix} - NTLM Auditing for DCs"] }
  notes        = ["Made by hand: Set-MDIConfiguration writes these values without a type, and its -WhatIf is no dry run.", "Where outgoing NTLM traffic is denied already (value 2), leave it so: the audit value 1 would allow it again."]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]
}
