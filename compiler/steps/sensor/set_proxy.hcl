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
  when         = server.sensor_v2.installed == true || spec.sensor.proxy_url != null
  why          = "A proxy that is set for a whole account changes the way of every service under it."
  verify       = "The sensor service runs, and the sensor API answers through the proxy."
  undo         = "Set the previous value with the same command."
  reversible   = true
  instructions = "Give ProxyUrl to the setup, or set it later with Set-MDISensorProxyConfiguration; change a proxy in the way it was set."
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-proxy"]
}
