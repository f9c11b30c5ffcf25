step "sensor.verify_registered" {
  title        = "Verify that the portal lists the sensor"
  scope        = "server"
  kind         = "check"
  generations  = ["v2", "standalone"]
  who          = "Security Reader"
  privilege    = "Security data basics (read) of unified RBAC"
  runs_on      = "portal"
  risk         = "none"
  duration     = "10m"
  requires     = ["sensor.verify_service"]
  on_demand    = true
  when         = (spec.sensor.generation == "v2" || spec.sensor.generation == "standalone") && server.sensor_v2.installed != true
  why          = "A sensor that registered with another workspace runs as well as one that registered with yours."
  verify       = "Type and domain are as expected, the service status is Running, the sensor status is Up to date (Not configured on a role server until it is)."
  undo         = "Nothing to take back: this step only reads."
  reversible   = true
  instructions = "Look for the server in the sensor list. \"Start failed\" means something only after 30 minutes."
  portal       = { "2023-08" = "Settings > Identities > Sensors", "2026-03" = "Settings > Identities > On-premises > Sensors", "2026-09" = "Settings > Identities > On-premises > Sensor management" }
  evidence     = ["List of sensors, exported before and after"]
  sources      = ["https://learn.microsoft.com/defender-for-identity/sensor-settings"]

  failure "a row that says Unknown or Unreachable" {
    means = "A double after an upgrade in place, or what is left of a server that is gone"
    go_to = ["sensor.delete_portal_entry"]
  }
}
