step "v2_to_v3.rollback" {
  title        = "Roll the sensor back to v2"
  scope        = "server"
  kind         = "portal"
  generations  = ["v2", "v3"]
  who          = "Security Administrator"
  privilege    = "System settings (manage) and Security settings (manage) of unified RBAC"
  runs_on      = "portal"
  risk         = "service_restart"
  duration     = "20m"
  requires     = ["change.open_window"]
  when         = spec.sensor.migrate == true && sensor.migration_state == "failed"
  effects      = { sensor = { generation = "v2", migration_state = "ready", service_status = "running" }, server = { sensor_v3 = { installed = false } } }
  why          = "A move that failed leaves a server that belongs to neither generation."
  verify       = "AATPSensor and AATPSensorUpdater run, and the portal lists the sensor as v2."
  undo         = "Migrate again."
  reversible   = true
  instructions = "Roll the server back on its page in the sensor list; where the services do not start by themselves, start AATPSensorUpdater and AATPSensor. It works within seven days and only while the software of v2 is installed."
  portal       = { "2026-03" = "Settings > Identities > On-premises > Sensors", "2026-09" = "Settings > Identities > On-premises > Sensor management" }
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/migrate-to-sensor-v3"]
}
