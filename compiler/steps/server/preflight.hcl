step "server.preflight" {
  title        = "Check the server once more before installing"
  scope        = "server"
  kind         = "check"
  who          = "Administrator of the server"
  privilege    = "Local Administrators"
  runs_on      = "target"
  risk         = "none"
  duration     = "10m"
  requires     = ["change.open_window"]
  on_demand    = true
  why          = "Between audit and change a server is patched, restarted and changed by others."
  verify       = "No restart is pending, the volume has its free space, time is in step, and no other capture driver is there."
  undo         = "Nothing to take back: this step only reads."
  reversible   = true
  instructions = "Compare with the findings of this runbook: pending restart, free space, clock, capture driver, role of the server."
  looks_at     = "before"
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2"]
}
