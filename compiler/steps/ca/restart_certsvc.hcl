step "ca.restart_certsvc" {
  title      = "Restart Certificate Services"
  scope      = "server"
  kind       = "script"
  roles      = ["adcs"]
  who        = "Administrator of the server"
  privilege  = "Local Administrators"
  runs_on    = "target"
  risk       = "service_restart"
  duration   = "5m"
  requires   = ["change.open_window"]
  params     = { Service = "certsvc" }
  effects    = { server = { services = { certsvc = { state = "running", started_at = run.now } } } }
  why        = "The service reads its audit filter when it starts."
  verify     = "The service has started after the filter was changed."
  undo       = "Nothing to take back: the restart is over."
  reversible = true
  notes      = ["Never restart two authorities of one hierarchy at once: nobody could enrol."]
  touches    = { certification_authority = [server.ca.active_name] }
  impact     = "Nobody can enrol for a certificate while Certificate Services restarts"
  sources    = ["https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services"]
}
