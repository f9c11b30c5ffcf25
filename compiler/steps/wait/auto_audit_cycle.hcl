step "wait.auto_audit_cycle" {
  title = "Wait for automatic auditing to take effect"
  scope = "workspace"
  kind = "wait"
  generations = ["v3"]
  who = "Security Administrator"
  runs_on = "person"
  risk = "none"
  duration = "10m"
  requires = ["workspace.enable_auto_auditing"]
  on_demand = true
  why = "Sensors apply the settings in their own time, and until then the findings stay."
  verify = "Health issues about auditing close by themselves."
  undo = "Nothing to take back."
  reversible = true
  instructions = "Wait until the health issues about auditing have closed."
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]
}
