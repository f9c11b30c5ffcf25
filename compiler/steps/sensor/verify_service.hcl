step "sensor.verify_service" {
  title        = "Verify that the sensor service runs"
  scope        = "server"
  kind         = "check"
  generations  = ["v2", "standalone"]
  who          = "Directory operations"
  runs_on      = "target"
  risk         = "none"
  duration     = "10m"
  requires     = ["server.install_sensor", "server.reboot"]
  on_demand    = true
  when         = (spec.sensor.generation == "v2" || spec.sensor.generation == "standalone") && server.sensor_v2.installed != true
  why          = "A sensor that starts and stops again has a reason that its log names."
  verify       = "AATPSensor and AATPSensorUpdater run for ten minutes without a restart."
  undo         = "Nothing to take back: this step only reads."
  reversible   = true
  instructions = "On the server: Get-Service AATPSensor, AATPSensorUpdater. Where one does not run, read Microsoft.Tri.sensor-Errors.log."
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/test-sensor"]
}
