step "ca.set_audit_filter" {
  title        = "Set the audit filter of the CA"
  scope        = "server"
  kind         = "manual"
  roles        = ["adcs"]
  who          = "Administrator of the server"
  privilege    = "CA administrator"
  runs_on      = "target"
  risk         = "none"
  duration     = "5m"
  requires     = ["change.open_window", "audit.snapshot_state"]
  effects      = { server = { ca = { audit_filter = { present = true, type = "dword", value = 127 }, audit_filter_changed_at = run.now } } }
  why          = "The filter decides which events the CA writes at all."
  verify       = "certutil -getreg CA\\AuditFilter shows 127."
  undo         = "Set the previous number and restart the service."
  reversible   = true
  instructions = "Run certutil -setreg CA\\AuditFilter 127; it takes effect when Certificate Services restarts."
  touches      = { certification_authority = [server.ca.active_name] }
  evidence     = ["Audit filter before the change"]
  notes        = ["Set with certutil on each authority: the policy of the module writes the value under DOMAIN-HOST-CA and misses an authority of any other name."]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]
}
