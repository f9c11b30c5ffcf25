step "adfs.enable_verbose" {
  title         = "Raise the audit level of AD FS"
  scope         = "server"
  kind          = "script"
  roles         = ["adfs"]
  who           = "Administrator of the server"
  privilege     = "Local Administrators"
  runs_on       = "target"
  risk          = "none"
  duration      = "5m"
  requires      = ["adfs.create_audit_gpo", "adfs.enable_service_audits", "change.open_window", "audit.snapshot_state"]
  outside_waves = true
  on_demand     = true
  when          = farm.writer == subject
  params        = { Level = "Verbose" }
  effects       = { servers = { for node in farm.nodes : node => { adfs = { audit_level = "verbose" } } } }
  why           = "Below Verbose, AD FS does not write the events that name who signed in."
  verify        = "Get-AdfsProperties shows AuditLevel Verbose."
  undo          = "Undo-Step sets Basic, the default."
  reversible    = true
  notes         = ["The setting is one for the whole farm; the primary node writes it."]
  touches       = { federation_farm = [server.adfs.farm] }
  impact        = "AD FS writes many more events"
  evidence      = ["Audit level before the change"]
  sources       = ["https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services"]
}
