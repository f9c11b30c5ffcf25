step "samr.audit_mode" {
  title        = "Watch remote SAM calls before restricting them"
  scope        = "domain"
  kind         = "gpo"
  generations  = ["v2"]
  who          = "Domain Admin"
  privilege    = "Group Policy Creator Owners, and link rights on the containers"
  runs_on      = "domain_controller"
  risk         = "none"
  duration     = "30m"
  wait         = "7d"
  requires     = ["change.open_window", "audit.snapshot_state"]
  when         = spec.remote_sam == "legacy"
  done         = anytrue([for id, gpo in domain.gpos : try(gpo.registry.restrict_remote_sam_audit_only.value, 0) == 1 || alltrue([for name, account in accounts : strcontains(try(gpo.registry.restrict_remote_sam.value, ""), told(account.sid, name))])])
  effects      = { domain = { gpos = { "00000000-0000-0000-0000-0000000000a3" = { name = "Remote SAM Access", status = "enabled", apply = { "S-1-5-11" = true }, deny_apply = { "${told(domain.sid, "S-1-5-21")}-516" = true, "${told(domain.sid, "S-1-5-21")}-521" = true }, audit_policy = {}, user_rights = {}, ca_audit_keys = {}, links = {}, registry = { restrict_remote_sam_audit_only = { present = true, type = "dword", value = 1 } } } } } }
  why          = "A restriction that is switched on unseen stops software that nobody thought of."
  verify       = "Event 16962 appears on member servers, and 16965 names who would be refused."
  undo         = "Set RestrictRemoteSamAuditOnlyMode back to its previous value."
  reversible   = true
  instructions = "Create a policy object for all computers except domain controllers that sets RestrictRemoteSamAuditOnlyMode to 1, and watch events 16962 to 16969 for a week. Domain controllers and read-only domain controllers are denied to apply it."
  touches      = { policy_object = ["Policy of ${subject} for remote calls to SAM"] }
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/remote-calls-sam"]
}
