step "sensor.uninstall" {
  title       = "Uninstall a sensor that does not belong there"
  scope       = "server"
  kind        = "script"
  generations = ["v2", "standalone"]
  who         = "Administrator of the server"
  privilege   = "Local Administrators"
  runs_on     = "target"
  risk        = "service_restart"
  duration    = "15m"
  requires    = ["change.open_window"]
  on_demand   = true
  when        = try(spec.sensor.migrate, false) != true
  done        = server.sensor_v2.installed == false
  params      = { Product = "Azure Advanced Threat Protection Sensor" }
  effects     = { server = { sensor_v2 = { installed = false } } }
  why         = "A sensor of the wrong workspace or generation is blind, or disturbs the right one."
  verify      = "The services AATPSensor and AATPSensorUpdater are gone."
  undo        = "Install the sensor again."
  reversible  = false
  notes       = ["From here until another sensor runs nobody watches this server: keep the gap short.", "Npcap stays; remove it where nobody else uses it."]
  sources     = ["https://learn.microsoft.com/defender-for-identity/uninstall-sensor"]
}
