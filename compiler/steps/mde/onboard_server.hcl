step "mde.onboard_server" {
  title        = "Onboard the server to Defender for Endpoint"
  scope        = "server"
  kind         = "manual"
  generations  = ["v3"]
  who          = "Administrator of the server"
  privilege    = "Local Administrators"
  runs_on      = "target"
  risk         = "none"
  duration     = "30m"
  requires     = ["change.open_window", "v3.offboard_standalone"]
  effects      = { server = { mde = { onboarded = true }, services = { sense = { installed = true, state = "running" } } } }
  why          = "The v3 sensor lives inside Defender for Endpoint."
  verify       = "The service sense runs, and the device inventory lists the server."
  undo         = "Offboard the server with the offboarding package."
  reversible   = true
  instructions = "Onboard the server with the package that the estate uses for Defender for Endpoint."
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/deploy-sensor-v3"]
}
