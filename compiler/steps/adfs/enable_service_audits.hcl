step "adfs.enable_service_audits" {
  title         = "Switch the audits of the federation service on"
  scope         = "server"
  kind          = "manual"
  roles         = ["adfs"]
  who           = "Administrator of the server"
  privilege     = "Local Administrators"
  runs_on       = "target"
  risk          = "none"
  duration      = "5m"
  requires      = ["change.open_window", "audit.snapshot_state"]
  outside_waves = true
  on_demand     = true
  when          = farm.writer == subject
  effects       = { servers = { for node in farm.nodes : node => { adfs = { log_levels = { successaudits = true, failureaudits = true } } } } }
  why           = "The service writes its security events only when both kinds are switched on."
  verify        = "Get-AdfsProperties lists SuccessAudits and FailureAudits under LogLevel."
  undo          = "Set the previous log level."
  reversible    = true
  instructions  = "On the primary node add SuccessAudits and FailureAudits to the log level of the service."
  touches       = { federation_farm = [server.adfs.farm] }
  impact        = "AD FS writes many more events"
  evidence      = ["Log levels before the change"]
  sources       = ["https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services"]
}
