step "v2_to_v3.uninstall_v2" {
  title       = "Uninstall the software of v2"
  scope       = "server"
  kind        = "script"
  generations = ["v3"]
  who         = "Administrator of the server"
  privilege   = "Local Administrators"
  runs_on     = "target"
  risk        = "irreversible"
  duration    = "15m"
  requires    = ["v2_to_v3.decide", "change.open_window"]
  when        = spec.sensor.migrate == true && server.sensor_v2.installed == true
  params      = { Product = "Azure Advanced Threat Protection Sensor" }
  effects     = { server = { sensor_v2 = { installed = false } } }
  why         = "When the move is final the old software only takes room; before that it is the way back."
  verify      = "The services AATPSensor and AATPSensorUpdater are gone."
  undo        = "It cannot be taken back: the way to v2 is a new installation."
  reversible  = false
  sources     = ["https://learn.microsoft.com/defender-for-identity/deploy/migrate-to-sensor-v3"]
}
