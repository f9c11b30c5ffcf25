step "v3.verify" {
  title        = "Verify that the v3 sensor reports"
  scope        = "server"
  kind         = "check"
  generations  = ["v3"]
  who          = "Security Reader"
  privilege    = "Security data basics (read) of unified RBAC"
  runs_on      = "portal"
  risk         = "none"
  duration     = "10m"
  requires     = ["v3.activate", "v2_to_v3.migrate"]
  when         = spec.sensor.generation == "v3" && server.sensor_v3.installed != true
  why          = "A sensor that is activated and silent is worse than none: it looks as if somebody watched."
  verify       = "Advanced hunting shows activities of this server."
  undo         = "Nothing to take back: this step only reads."
  reversible   = true
  instructions = "Look for the server in the sensor list and in advanced hunting, table IdentityDirectoryEvents."
  portal       = { "2023-08" = "Settings > Identities > Sensors", "2026-03" = "Settings > Identities > On-premises > Sensors", "2026-09" = "Settings > Identities > On-premises > Sensor management" }
  evidence     = ["List of sensors, exported before and after"]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/activate-sensor"]
}
