step "domain.create_ntlm_gpo" {
  title     = "Create the policy for NTLM auditing"
  scope     = "domain"
  kind      = "gpo"
  who       = "Group policy administrator"
  privilege = "Group Policy Creator Owners"
  runs_on   = "domain_controller"
  risk      = "none"
  duration  = "20m"
  requires  = ["change.approve"]
  on_demand = true
  # A controller that denies outgoing NTLM already is not to do less: 1 audits, 2 denies.
  params       = { PolicyName = "${spec.auditing.gpo_prefix} - NTLM Auditing for DCs", OutgoingTraffic = anytrue([for fqdn, server in servers : told(try(server.registry.restrict_sending_ntlm_traffic.value, 1), 1) == 2]) ? 2 : 1 }
  done         = anytrue([for id, gpo in domain.gpos : gpo.name == "${spec.auditing.gpo_prefix} - NTLM Auditing for DCs" && try(gpo.registry.audit_receiving_ntlm_traffic.value, 0) == 2 && try(gpo.registry.restrict_sending_ntlm_traffic.value, 0) >= 1 && try(gpo.registry.audit_ntlm_in_domain.value, 0) == 7])
  effects      = { domain = { gpos = { "00000000-0000-0000-0000-0000000000a2" = { name = "${spec.auditing.gpo_prefix} - NTLM Auditing for DCs", audit_policy = {}, registry = { audit_receiving_ntlm_traffic = { present = true, type = "dword", value = 2 }, restrict_sending_ntlm_traffic = { present = true, type = "dword", value = anytrue([for fqdn, server in servers : told(try(server.registry.restrict_sending_ntlm_traffic.value, 1), 1) == 2]) ? 2 : 1 }, audit_ntlm_in_domain = { present = true, type = "dword", value = 7 } }, status = "enabled", apply = { "S-1-5-11" = true }, deny_apply = {}, user_rights = {}, ca_audit_keys = {}, links = {} } } } }
  why          = "Three registry values make the controllers write event 8004."
  verify       = "The report of the policy shows the three values."
  undo         = "Delete the policy; it is not linked yet."
  reversible   = true
  instructions = "Create the policy {PolicyName}: outgoing NTLM traffic {OutgoingTraffic} (1 is \"Audit all\"; 2 is \"Deny all\", which controllers of this domain do already and go on doing), NTLM authentication in this domain \"Enable all\", incoming NTLM traffic \"Enable auditing for all accounts\"."
  touches      = { policy_object = ["${spec.auditing.gpo_prefix} - NTLM Auditing for DCs"] }
  notes        = ["Made by hand: Set-MDIConfiguration writes these values without a type, and its -WhatIf is no dry run.", "Where outgoing NTLM traffic is denied already (value 2), leave it so: the audit value 1 would allow it again."]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]
}
