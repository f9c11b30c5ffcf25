step "sensor.verify_first_data" {
  title        = "Verify that data arrives"
  scope        = "server"
  kind         = "check"
  generations  = ["v2", "v3", "standalone"]
  who          = "Security Reader"
  privilege    = "Security data basics (read) of unified RBAC"
  runs_on      = "portal"
  risk         = "none"
  duration     = "15m"
  requires     = ["sensor.configure", "v3.verify", "workspace.wait_initial_sync"]
  when         = ((spec.sensor.generation == "v2" || spec.sensor.generation == "standalone") && server.sensor_v2.installed != true) || (spec.sensor.generation == "v3" && server.sensor_v3.installed != true)
  why          = "A sensor that runs and sends nothing looks healthy for days."
  verify       = "The query returns fresh rows for this server."
  undo         = "Nothing to take back: this step only reads."
  reversible   = true
  instructions = "In advanced hunting: IdentityDirectoryEvents | where TargetDeviceName has the name of this server | summarize count(), max(Timestamp). On a quiet controller add a test user to a group and remove it again."
  portal       = { "2023-08" = "Hunting > Advanced hunting", "2026-03" = "Investigation & response > Hunting > Advanced hunting" }
  looks_at     = "data"
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/test-sensor"]

  failure "few alerts, and in the log: the handle is invalid, at EventLog" {
    means = "The access list of the security log keeps the sensor out"
    go_to = ["server.fix_eventlog_dacl"]
  }
}
