step "standalone.restart_controller" {
  title         = "Restart the controller whose events are forwarded"
  scope         = "server"
  kind          = "manual"
  roles         = ["dc", "rodc"]
  who           = "Directory operations"
  privilege     = "Domain Admin"
  runs_on       = "target"
  risk          = "reboot"
  duration      = "20m"
  requires      = ["change.open_window"]
  outside_waves = true
  after_all     = ["standalone.configure_wef"]
  on_demand     = true
  effects       = { server = { booted_at = timeadd(run.now, "1s") } }
  why           = "Network Service reads the logs from the next start on: a service learns of its groups when it logs on."
  verify        = "dcdiag /test:advertising /test:services is clean, and event 4776 of this controller arrives in Forwarded Events."
  undo          = "Nothing to take back: a restart cannot be undone."
  reversible    = false
  instructions  = "See that another controller of the site answers. Restart this one, and only this one; the next controller that the same sensor watches follows when this one is back."
  sources       = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-event-forwarding"]
}
