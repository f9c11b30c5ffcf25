step "sensor.configure" {
  title        = "Choose the capture adapters and the description of the sensor"
  scope        = "server"
  kind         = "portal"
  generations  = ["v2", "standalone"]
  who          = "Security Administrator"
  privilege    = "System settings (manage) and Security settings (manage) of unified RBAC"
  runs_on      = "portal"
  risk         = "service_restart"
  duration     = "5m"
  requires     = ["sensor.verify_service", "sensor.verify_registered"]
  when         = true
  done         = server.sensor_v2.installed == true && sensor.deployment_status != "not_configured"
  effects      = { sensor = { deployment_status = "up_to_date" } }
  why          = "A sensor that captures the wrong adapter is green and sees nothing."
  verify       = "Settings > Identities > Sensors shows every adapter in use as captured."
  undo         = "Restore the previous selection."
  reversible   = true
  instructions = "Open the sensor, select every adapter that carries traffic of the server, and describe what the server is for."
  portal       = { "2023-08" = "Settings > Identities > Sensors > Manage sensor", "2026-03" = "Settings > Identities > On-premises > Sensors > Manage sensor", "2026-09" = "Settings > Identities > On-premises > Sensor management > Manage sensor" }
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-sensor-settings"]
}
