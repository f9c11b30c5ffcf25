step "sensor.set_proxy" {
  title        = "Set the proxy for the sensor alone"
  scope        = "server"
  kind         = "manual"
  generations  = ["v2", "standalone"]
  who          = "Administrator of the server"
  privilege    = "Local Administrators"
  runs_on      = "target"
  risk         = "service_restart"
  duration     = "10m"
  requires     = ["change.open_window"]
  on_demand    = true
  when         = server.sensor_v2.installed == true
  why          = "A proxy that is set for a whole account changes the way of every service under it."
  verify       = "The sensor service runs, and the sensor API answers through the proxy."
  undo         = "Set the previous value with the same command."
  reversible   = true
  instructions = "Set it with Set-MDISensorProxyConfiguration, in the way in which it was set before; a new sensor gets it from its setup."
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-proxy"]
}
