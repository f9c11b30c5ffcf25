step "v3.offboard_standalone" {
  title     = "Offboard the package of the v3 sensor"
  scope     = "server"
  kind      = "manual"
  roles     = ["dc", "rodc"]
  who       = "Administrator of the server"
  privilege = "Local Administrators"
  runs_on   = "target"
  risk      = "service_restart"
  duration  = "15m"
  requires  = ["change.open_window"]
  # The component lives as long as its package was not offboarded, with an entry in the portal or without.
  when         = (spec.sensor.generation == "v3" && decision.onboarding == "again") || (server.sensor_v3.installed == true && server.mde.onboarded_by_mdi_package == true && (spec.sensor.generation == "none" || spec.server.demotes_at != null))
  effects      = { server = { mde = { onboarded_by_mdi_package = false, onboarded = false } } }
  why          = "Whoever deletes the entry first leaves a component that registers itself again."
  verify       = "The script ends without an error, and the service Sense is stopped."
  undo         = "Onboard the server again."
  reversible   = true
  instructions = "Download the offboarding package on the page of the sensor (Delete > Download offboarding package); it is valid until the day in its name only. On the server run DefenderDeploymentTool_Offboard.exe -Offboard -File:<package>. Delete the entry afterwards, never before."
  portal       = { "2023-08" = "Settings > Identities > Sensors", "2026-03" = "Settings > Identities > On-premises > Sensors", "2026-09" = "Settings > Identities > On-premises > Sensor management" }
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/deploy-sensor-v3"]
}
