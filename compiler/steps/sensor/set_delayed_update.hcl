step "sensor.set_delayed_update" {
  title       = "Set the update ring of the sensor"
  scope       = "server"
  kind        = "portal"
  generations = ["v2", "standalone"]
  who         = "Security Administrator"
  privilege   = "System settings (manage) and Security settings (manage) of unified RBAC"
  runs_on     = "portal"
  risk        = "none"
  duration    = "10m"
  requires    = ["sensor.verify_registered"]
  wait        = spec.sensor.delayed_update == true ? "0s" : "72h"
  # Out of the ring goes what is too old to be moved to v3; the next update then brings it far enough.
  when         = spec.sensor.delayed_update == true || (spec.sensor.delayed_update == false && spec.sensor.migrate == true && sensor.delayed_update_enabled == true)
  done         = sensor.delayed_update_enabled == true && spec.sensor.delayed_update == true
  params       = { DelayedUpdate = spec.sensor.delayed_update }
  effects      = { sensor = merge({ delayed_update_enabled = spec.sensor.delayed_update }, { for name, value in { version = "2.254.19112.470" } : name => value if spec.sensor.delayed_update == false }), server = { sensor_v2 = { for name, value in { version = "2.254.19112.470" } : name => value if spec.sensor.delayed_update == false } } }
  why          = "Servers of the delayed ring are updated 72 hours after the others, when a bad update has shown."
  verify       = "The column \"Delayed update\" shows what was asked for; before a move to v3 the column Version shows 2.254.19112.470 or later."
  undo         = "Set it back in the same place."
  reversible   = true
  instructions = "Select the sensor and set \"Delayed update\" to {DelayedUpdate}. Where it is switched off for a move to v3, wait until the sensor has updated itself."
  portal       = { "2023-08" = "Settings > Identities > Sensors", "2026-03" = "Settings > Identities > On-premises > Sensors", "2026-09" = "Settings > Identities > On-premises > Sensor management" }
  notes        = ["A delayed sensor can be too old to be moved to v3."]
  sources      = ["https://learn.microsoft.com/defender-for-identity/sensor-settings"]
}
