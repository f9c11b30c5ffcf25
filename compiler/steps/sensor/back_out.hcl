step "sensor.back_out" {
  title       = "Take back the sensor that did not start, and find out why"
  scope       = "server"
  kind        = "check"
  generations = ["v2", "standalone"]
  who         = "Administrator of the server"
  privilege   = "Local Administrators"
  runs_on     = "target"
  risk        = "none"
  duration    = "30m"
  requires    = ["sensor.uninstall", "sensor.delete_portal_entry"]
  # A state that nobody read is no failure: nothing is taken back on a guess.
  when         = told(sensor.deployment_status, "") == "start_failure" && server.sensor_v2.installed == true
  why          = "What stopped one server of a wave can stop the next one as well; the wave waits until the cause is known."
  verify       = "The cause stands in the change record, with the logs of setup and sensor beside it."
  undo         = "Nothing to take back: the sensor is installed again when the wave goes on."
  reversible   = true
  instructions = "Only this server is taken back; the sensors of the others stay. Keep the logs of setup and of the sensor first, they go with it. Find the cause, collect the facts again and plan again: the rest of the wave and the waves after it are held until then."
  sources      = ["https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues"]
}
