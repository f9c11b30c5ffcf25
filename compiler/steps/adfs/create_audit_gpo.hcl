step "adfs.create_audit_gpo" {
  title       = "Audit logons and applications on AD FS servers"
  scope       = "domain"
  kind        = "gpo"
  generations = ["v2", "v3"]
  who         = "Domain Admin"
  runs_on     = "domain_controller"
  risk        = "replication"
  duration    = "30m"
  requires    = ["change.open_window"]
  on_demand   = true
  when        = anytrue([for name, server in servers : server.roles.adfs == true])
  # The policy object applies to these servers alone, so it changes nothing elsewhere.
  effects = {
    domain  = { gpos = { "00000000-0000-4000-8000-000000000003" = { name = "${spec.auditing.gpo_prefix} - Advanced Audit Policy for AD FS", status = "enabled", audit_policy = { "0cce9215-69ae-11d9-bed3-505054503030" = 3, "0cce9222-69ae-11d9-bed3-505054503030" = 3 }, registry = {}, user_rights = {}, ca_audit_keys = {}, links = { for unit in distinct([for name, server in servers : join(",", slice(split(",", server.computer_dn), 1, length(split(",", server.computer_dn)))) if server.roles.adfs == true]) : unit => { enabled = true, enforced = false, order = 3 } }, apply = { for sid in distinct([for name, server in servers : server.sid if server.roles.adfs == true]) : sid => true }, deny_apply = {} } } }
    servers = { for name, server in servers : name => { audit_policy = { "0cce9215-69ae-11d9-bed3-505054503030" = 3, "0cce9222-69ae-11d9-bed3-505054503030" = 3 } } if server.roles.adfs == true }
  }
  affects      = [for name, server in servers : name if server.roles.adfs == true]
  why          = "AD FS writes its events through Application Generated, and Logon tells who came in."
  verify       = "auditpol on a federation server shows Success and Failure for Application Generated and Logon."
  undo         = "Unlink the policy object."
  reversible   = true
  instructions = "Create a policy object that sets Application Generated and Logon to success and failure, link it to the federation servers, and let nothing else apply it."
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]
}
