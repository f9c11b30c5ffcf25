step "samr.retire" {
  title       = "Take the account out of the remote SAM restriction"
  scope       = "domain"
  kind        = "gpo"
  generations = ["v2", "v3", "standalone"]
  who         = "Domain Admin"
  privilege   = "Edit rights on the policy object"
  runs_on     = "domain_controller"
  risk        = "none"
  duration    = "30m"
  requires    = ["change.open_window", "audit.snapshot_state"]
  on_demand   = true
  # A spec that keeps remote SAM still keeps it off domain controllers.
  when         = spec.remote_sam != "legacy" || anytrue([for fqdn, server in servers : (server.roles.dc == true || server.roles.rodc == true) && try(server.registry.restrict_remote_sam.present, false) == true]) || anytrue([for id, gpo in domain.gpos : try(gpo.registry.restrict_remote_sam.present, false) == true && length(gpo.deny_apply) == 0])
  effects      = { domain = { gpos = { for id, gpo in told(domain.gpos, {}) : id => { deny_apply = { "${told(domain.sid, "S-1-5-21")}-516" = true, "${told(domain.sid, "S-1-5-21")}-521" = true } } if try(gpo.registry.restrict_remote_sam.present, false) == true } }, servers = { for fqdn, server in servers : fqdn => { remote_sam_access = { for entry, ace in told(server.remote_sam_access, {}) : entry => null if anytrue([for name, account in accounts : told(account.sid, name) == ace.sid]) && spec.remote_sam != "legacy" }, registry = { for value in(told(server.roles.dc, false) || told(server.roles.rodc, false) ? ["restrict_remote_sam"] : []) : value => { present = false, type = null, value = null } } } if told(server.roles.dc, false) || told(server.roles.rodc, false) || length(told(server.remote_sam_access, {})) > 0 } }
  why          = "The feature that used the right has been switched off since May 2025; a right that nobody uses can be stolen."
  verify       = "On a member server the policy \"Restrict clients allowed to make remote calls to SAM\" no longer names the account."
  undo         = "Put the entry back from the backup of the policy object."
  reversible   = true
  instructions = "Back up the policy object that defines \"Network access: Restrict clients allowed to make remote calls to SAM\", remove the Directory Service Account from it, and keep Administrators."
  touches      = { policy_object = ["Policy of ${subject} for remote calls to SAM"] }
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/remote-calls-sam"]
}
