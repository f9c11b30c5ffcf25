step "adfs.enable_verbose" {
  title      = "Raise the audit level of AD FS"
  scope      = "server"
  kind       = "script"
  roles      = ["adfs"]
  who        = "Administrator of the server"
  privilege  = "Local Administrators"
  runs_on    = "target"
  risk       = "none"
  duration   = "5m"
  requires   = ["change.open_window", "audit.snapshot_state"]
  params     = { Level = "Verbose" }
  effects    = { server = { adfs = { audit_level = "verbose" } } }
  why        = "Below Verbose, AD FS does not write the events that name who signed in."
  verify     = "Get-AdfsProperties shows AuditLevel Verbose."
  undo       = "Undo-Step sets Basic, the default."
  reversible = true
  notes      = ["Run on the primary node of a WID farm: the setting is farm-wide."]
  touches    = { federation_farm = [server.adfs.farm] }
  impact     = "AD FS writes many more events"
  evidence   = ["Audit level before the change"]
  sources    = ["https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services"]
}
