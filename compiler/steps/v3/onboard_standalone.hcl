step "v3.onboard_standalone" {
  title        = "Onboard a new domain controller without Defender for Endpoint"
  scope        = "server"
  kind         = "manual"
  generations  = ["v3"]
  roles        = ["dc", "rodc"]
  who          = "Administrator of the server"
  privilege    = "Local Administrators"
  runs_on      = "target"
  risk         = "none"
  duration     = "15m"
  requires     = ["server.preflight", "change.open_window"]
  when         = try(spec.sensor.onboarding, null) == "mdi_package"
  done         = server.mde.onboarded_by_mdi_package == true
  effects      = { server = { mde = { onboarded_by_mdi_package = true } } }
  why          = "The onboarding package brings the v3 sensor to domain controllers that Defender for Endpoint does not manage."
  verify       = "The server appears as a v3 sensor under Settings > Identities > Sensors."
  undo         = "Run the offboarding script of the same package."
  reversible   = true
  instructions = "Unpack the package from Settings > Identities > Sensors > Download onboarding package, keep its folder resources, and run the script in it."
  notes        = ["Preview: for new deployments on domain controllers only, with the streamlined hosts open."]
  portal       = { "2026-09" = "Settings > Identities > On-premises > Sensor management > Download onboarding package > Windows Server 2019 or later" }
  security     = ["key", "agent"]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/deploy-sensor-v3"]
}
