step "entra_connect.create_audit_gpo" {
  title       = "Audit logons on Entra Connect servers"
  scope       = "domain"
  kind        = "gpo"
  generations = ["v2", "v3"]
  roles       = ["entra_connect"]
  who         = "Domain Admin"
  privilege   = "Create policy objects, and link rights on the container of the Entra Connect servers"
  runs_on     = "domain_controller"
  risk        = "replication"
  duration    = "30m"
  requires    = ["change.open_window"]
  on_demand   = true
  when        = anytrue([for name, server in servers : server.roles.entra_connect == true])
  # The policy object applies to these servers alone, so it changes nothing elsewhere.
  effects = {
    domain  = { gpos = { "00000000-0000-4000-8000-000000000005" = { name = "${spec.auditing.gpo_prefix} - Advanced Audit Policy for Entra Connect", status = "enabled", audit_policy = { "0cce9215-69ae-11d9-bed3-505054503030" = 3 }, registry = {}, user_rights = {}, ca_audit_keys = {}, links = { for unit in distinct([for name, server in servers : join(",", slice(split(",", server.computer_dn), 1, length(split(",", server.computer_dn)))) if server.roles.entra_connect == true]) : unit => { enabled = true, enforced = false, order = 5 } }, apply = { for sid in distinct([for name, server in servers : server.sid if server.roles.entra_connect == true]) : sid => true }, deny_apply = {} } } }
    servers = { for name, server in servers : name => { audit_policy = { "0cce9215-69ae-11d9-bed3-505054503030" = 3 } } if server.roles.entra_connect == true }
  }
  # The policy object of the module defines the right to log on as a service and so takes it from everybody it does not name.
  params       = { PolicyName = "${spec.auditing.gpo_prefix} - Advanced Audit Policy for Entra Connect", DefinesLogonRight = try(spec.auditing.entra_connect_gpo, null) == true, KeepOnRight = try(spec.auditing.entra_connect_gpo, null) == true ? distinct(concat(["S-1-5-80-0"], keys(readers), flatten([for name, server in servers : keys(server.user_rights.SeServiceLogonRight.principals) if server.roles.entra_connect == true]))) : [] }
  affects      = [for name, server in servers : name if server.roles.entra_connect == true]
  why          = "Logons at this server are how a theft of its synchronisation account shows."
  verify       = "auditpol on the server shows Success and Failure for Logon."
  undo         = "Unlink the policy object."
  reversible   = true
  instructions = "Create the policy object {PolicyName}, set Logon to success and failure, and link it to the Entra Connect servers only. Where it defines \"Log on as a service\" ({DefinesLogonRight}), list there every principal that holds the right today, before it is linked: {KeepOnRight}, and the account that the service ADSync runs as."
  touches      = { policy_object = ["Audit policy of the Entra Connect servers of ${subject}"] }
  impact       = "Security logs grow faster"
  notes        = ["Made by hand: EntraConnectAuditing of Set-MDIConfiguration also sets Log on as a service to two accounts only, and synchronisation does not start again after its next restart.", "A policy object that defines the right replaces it: a synchronisation account that is left out runs until its service starts the next time."]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]
}
