step "workspace.request_sensor_limit" {
  title        = "Ask for more sensors"
  scope        = "workspace"
  kind         = "support"
  generations  = ["v2", "v3", "standalone"]
  who          = "Owner of the tenant"
  privilege    = "Open support cases for the tenant"
  runs_on      = "person"
  risk         = "none"
  duration     = "30m"
  requires     = ["workspace.create"]
  why          = "Sensors beyond the limit of the workspace do not register."
  verify       = "Microsoft confirmed the new limit in writing; it is declared as workspace.sensor_limit."
  undo         = "Nothing to take back: a limit that is too high harms nobody."
  reversible   = true
  instructions = "Open a case with Microsoft support before the wave that would cross the limit."
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/capacity-planning"]
}
