step "sensor.delete_portal_entry" {
  title        = "Delete the entry of the sensor"
  scope        = "server"
  kind         = "portal"
  generations  = ["v2", "standalone"]
  who          = "Security Administrator"
  runs_on      = "portal"
  risk         = "none"
  duration     = "10m"
  requires     = ["sensor.uninstall"]
  on_demand    = true
  when         = try(spec.sensor.migrate, false) != true
  why          = "An entry without a sensor raises the same health issue every day, until nobody reads them."
  verify       = "The sensor list has no entry of the server."
  undo         = "Installing the sensor registers it anew."
  reversible   = true
  instructions = "Select the sensor and choose Delete. Never delete the entry of a sensor that runs."
  portal       = { "2023-08" = "Settings > Identities > Sensors", "2026-03" = "Settings > Identities > On-premises > Sensors", "2026-09" = "Settings > Identities > On-premises > Sensor management" }
  sources      = ["https://learn.microsoft.com/defender-for-identity/uninstall-sensor"]
}
