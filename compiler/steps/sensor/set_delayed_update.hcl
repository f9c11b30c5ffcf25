step "sensor.set_delayed_update" {
  title        = "Put the sensor into the delayed ring"
  scope        = "server"
  kind         = "portal"
  generations  = ["v2", "standalone"]
  who          = "Security Administrator"
  privilege    = "System settings (manage) and Security settings (manage) of unified RBAC"
  runs_on      = "portal"
  risk         = "none"
  duration     = "10m"
  requires     = ["sensor.verify_registered"]
  when         = spec.sensor.delayed_update == true
  done         = sensor.delayed_update_enabled == true
  effects      = { sensor = { delayed_update_enabled = true } }
  why          = "Servers of the delayed ring are updated 72 hours after the others, when a bad update has shown."
  verify       = "The column \"Delayed update\" shows Enabled."
  undo         = "Disable it in the same place."
  reversible   = true
  instructions = "Select the sensor and enable \"Delayed update\"."
  portal       = { "2023-08" = "Settings > Identities > Sensors", "2026-03" = "Settings > Identities > On-premises > Sensors", "2026-09" = "Settings > Identities > On-premises > Sensor management" }
  notes        = ["A delayed sensor can be too old to be moved to v3."]
  sources      = ["https://learn.microsoft.com/defender-for-identity/sensor-settings"]
}
