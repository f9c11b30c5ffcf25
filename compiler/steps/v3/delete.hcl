step "v3.delete" {
  title        = "Remove the v3 sensor"
  scope        = "server"
  kind         = "portal"
  who          = "Security Administrator"
  privilege    = "System settings (manage) and Security settings (manage) of unified RBAC"
  runs_on      = "portal"
  risk         = "irreversible"
  duration     = "10m"
  requires     = ["v3.offboard_standalone", "change.open_window"]
  when         = (spec.sensor.generation == "none" || spec.server.demotes_at != null || (spec.sensor.generation == "v3" && decision.onboarding == "again")) ? server.sensor_v3.installed == true : false
  precondition = workspace.auto_activation_enabled == false
  effects      = { sensor = { generation = null, service_status = null, deployment_status = null }, server = { sensor_v3 = { installed = false } } }
  why          = "A sensor of a server that goes leaves an entry behind."
  verify       = "The sensor list has no entry of the server, an hour later neither."
  undo         = "Activate the sensor again."
  reversible   = true
  instructions = "Switch automatic activation off, or it comes back. Then select the server and choose Delete."
  portal       = { "2023-08" = "Settings > Identities > Sensors", "2026-03" = "Settings > Identities > On-premises > Sensors", "2026-09" = "Settings > Identities > On-premises > Sensor management" }
  sources      = ["https://learn.microsoft.com/defender-for-identity/uninstall-sensor"]
}
