step "v3.offboard_standalone" {
  title        = "Offboard the package of the v3 sensor"
  scope        = "server"
  kind         = "manual"
  generations  = ["v3"]
  roles        = ["dc", "rodc"]
  who          = "Administrator of the server"
  privilege    = "Local Administrators"
  runs_on      = "target"
  risk         = "service_restart"
  duration     = "15m"
  requires     = ["change.open_window"]
  on_demand    = true
  done         = server.mde.onboarded_by_mdi_package == false
  effects      = { server = { mde = { onboarded_by_mdi_package = false } } }
  why          = "Whoever deletes the entry first leaves a component that registers itself again."
  verify       = "The script ends without an error, and the service Sense is stopped."
  undo         = "Onboard the server again."
  reversible   = true
  instructions = "Download the offboarding package, which is valid for a few days only, and run its script on the server. Delete the entry afterwards."
  portal       = { "2023-08" = "Settings > Identities > Sensors", "2026-03" = "Settings > Identities > On-premises > Sensors", "2026-09" = "Settings > Identities > On-premises > Sensor management" }
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/deploy-sensor-v3"]
}
