step "ca.create_audit_gpo" {
  title       = "Audit Certification Services on CAs"
  scope       = "domain"
  kind        = "gpo"
  generations = ["v2", "v3"]
  roles       = ["adcs"]
  who         = "Domain Admin"
  privilege   = "Create policy objects, and link rights on the container of the certification authorities"
  runs_on     = "domain_controller"
  risk        = "replication"
  duration    = "30m"
  requires    = ["change.open_window"]
  on_demand   = true
  when        = anytrue([for name, server in servers : server.roles.adcs == true && told(server.online, true)])
  # The policy object applies to these servers alone, so it changes nothing elsewhere.
  effects = {
    domain  = { gpos = { "00000000-0000-4000-8000-000000000004" = { name = "${spec.auditing.gpo_prefix} - Advanced Audit Policy for CAs", status = "enabled", audit_policy = { "0cce9221-69ae-11d9-bed3-505054503030" = 3 }, registry = {}, user_rights = {}, ca_audit_keys = {}, links = { for unit in distinct([for name, server in servers : join(",", slice(split(",", server.computer_dn), 1, length(split(",", server.computer_dn)))) if server.roles.adcs == true && told(server.online, true)]) : unit => { enabled = true, enforced = false, order = 4 } }, apply = { for sid in distinct([for name, server in servers : server.sid if server.roles.adcs == true && told(server.online, true)]) : sid => true }, deny_apply = {} } } }
    servers = { for name, server in servers : name => { audit_policy = { "0cce9221-69ae-11d9-bed3-505054503030" = 3 } } if server.roles.adcs == true && told(server.online, true) }
  }
  params       = { PolicyName = "${spec.auditing.gpo_prefix} - Advanced Audit Policy for CAs", Units = distinct([for name, server in servers : join(",", slice(split(",", server.computer_dn), 1, length(split(",", server.computer_dn)))) if server.roles.adcs == true && told(server.online, true) && told(server.computer_dn, "") != ""]) }
  affects      = [for name, server in servers : name if server.roles.adcs == true && told(server.online, true)]
  why          = "What a CA issues leaves events only where this subcategory is on."
  verify       = "auditpol on a CA shows Success and Failure for Certification Services."
  undo         = "Unlink the policy object."
  reversible   = true
  instructions = "Create the policy object {PolicyName}, set Certification Services to success and failure, let only Cert Publishers apply it, and link it to the organisational units of the authorities that issue ({Units}), and to nothing above them."
  touches      = { policy_object = ["Audit policy of the certification authorities of ${subject}"] }
  impact       = "Security logs grow faster"
  notes        = ["Where the module makes the policy, give it -SkipGpoLink and no -Configuration All; its -WhatIf is no dry run."]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]
}
