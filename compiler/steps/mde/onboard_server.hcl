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
  requires     = ["change.open_window"]
  done         = server.mde.onboarded == true && server.mde.onboarding_policy_present != false && (spec.sensor.migrate != true || (server.mde.onboarding_policy_present == true && server.mde.device_records == 1)) && server.services["sense"].state == "running"
  effects      = { server = { mde = { onboarded = true, onboarding_policy_present = true, status_key_present = true, device_records = 1 }, services = { sense = { installed = true, state = "running" } } } }
  why          = "The v3 sensor lives inside Defender for Endpoint."
  verify       = "The service sense runs, the policy key OnboardingInfo is not empty, and the device inventory lists the server once, under the name it has today."
  undo         = "Offboard the server with the offboarding package."
  reversible   = true
  instructions = "Onboard the server with the package that the estate uses for Defender for Endpoint (group policy, Configuration Manager or script): what only Defender for Cloud onboarded lacks the policy key. A server that was renamed since is offboarded first and then onboarded anew, or its device keeps the old name."
  security     = ["agent"]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/deploy-sensor-v3"]
}
