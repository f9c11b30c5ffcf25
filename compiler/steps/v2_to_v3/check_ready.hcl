step "v2_to_v3.check_ready" {
  title        = "Check that the server is ready to move to v3"
  scope        = "server"
  kind         = "check"
  generations  = ["v3"]
  who          = "Security Reader"
  privilege    = "Security data basics (read) of unified RBAC"
  runs_on      = "portal"
  risk         = "none"
  duration     = "10m"
  requires     = ["server.preflight", "mde.onboard_server", "server.install_cumulative_update", "sensor.set_delayed_update", "v2_to_v3.rollback"]
  when         = spec.sensor.migrate == true
  done         = sensor.migration_state == "ready" || sensor.migration_state == "up_to_date"
  effects      = { sensor = { migration_state = "ready" } }
  why          = "The move takes only servers that the service itself calls ready."
  verify       = "The column \"Migration state\" shows \"Ready for migration\"."
  undo         = "Nothing to take back: this step only reads."
  reversible   = true
  instructions = "Read the column \"Migration state\"; its hint names what is missing. On the server Sense and AATPSensorUpdater run, and the name in Defender for Endpoint equals that of the sensor."
  portal       = { "2026-03" = "Settings > Identities > On-premises > Sensors (column Migration state)", "2026-09" = "Settings > Identities > On-premises > Sensor management (column Migration state)" }
  looks_at     = "before"
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/migrate-to-sensor-v3"]
}
