step "domain.link_audit_gpo" {
  title        = "Link the audit policies to the controllers"
  scope        = "domain"
  kind         = "gpo"
  who          = "Group policy administrator"
  privilege    = "Link rights on the Domain Controllers container"
  runs_on      = "domain_controller"
  risk         = "replication"
  duration     = "15m"
  wait         = "15m"
  requires     = ["domain.create_audit_gpo", "domain.create_ntlm_gpo", "change.open_window", "audit.snapshot_state"]
  effects      = { servers = { for fqdn in keys(domain.dcs) : fqdn => { audit_policy = { "0cce923f-69ae-11d9-bed3-505054503030" = 3, "0cce9236-69ae-11d9-bed3-505054503030" = 3, "0cce9238-69ae-11d9-bed3-505054503030" = 3, "0cce9237-69ae-11d9-bed3-505054503030" = 3, "0cce9235-69ae-11d9-bed3-505054503030" = 3, "0cce923b-69ae-11d9-bed3-505054503030" = 3, "0cce923c-69ae-11d9-bed3-505054503030" = 3, "0cce9211-69ae-11d9-bed3-505054503030" = 3 }, registry = { audit_receiving_ntlm_traffic = { present = true, type = "dword", value = 2 }, restrict_sending_ntlm_traffic = { present = true, type = "dword", value = 1 }, audit_ntlm_in_domain = { present = true, type = "dword", value = 7 } } } } }
  affects      = keys(domain.dcs)
  why          = "The link takes effect on every controller of the domain at once, whatever wave its sensor is in."
  verify       = "gpresult on a controller lists both policies as applied."
  undo         = "Remove the links; the settings fall back at the next refresh."
  reversible   = true
  instructions = "Link both policies to the Domain Controllers container, above a policy that sets the same values, and refresh group policy."
  touches      = { policy_object = ["${spec.auditing.gpo_prefix} - Advanced Audit Policy for DCs", "${spec.auditing.gpo_prefix} - NTLM Auditing for DCs"] }
  impact       = "Security logs grow faster"
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]
}
