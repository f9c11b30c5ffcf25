step "domain.create_ntlm_gpo" {
  title        = "Create the policy for NTLM auditing"
  scope        = "domain"
  kind         = "gpo"
  who          = "Group policy administrator"
  runs_on      = "domain_controller"
  risk         = "none"
  duration     = "20m"
  requires     = ["change.approve"]
  on_demand    = true
  params       = { PolicyName = "${spec.auditing.gpo_prefix} - NTLM Auditing for DCs" }
  effects      = { domain = { gpos = { "00000000-0000-4000-8000-000000000002" = { name = "${spec.auditing.gpo_prefix} - NTLM Auditing for DCs", status = "enabled", audit_policy = {}, registry = { audit_receiving_ntlm_traffic = { present = true, type = "dword", value = 2 }, restrict_sending_ntlm_traffic = { present = true, type = "dword", value = 1 }, audit_ntlm_in_domain = { present = true, type = "dword", value = 7 } }, user_rights = {}, ca_audit_keys = {}, links = {}, apply = { "S-1-5-11" = true }, deny_apply = {} } } } }
  why          = "Three registry values make the controllers write event 8004."
  verify       = "The report of the policy shows the three values."
  undo         = "Delete the policy; it is not linked yet."
  reversible   = true
  instructions = "Create the policy {PolicyName}: outgoing NTLM traffic \"Audit all\", NTLM authentication in this domain \"Enable all\", incoming NTLM traffic \"Enable auditing for all accounts\"."
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]
}
