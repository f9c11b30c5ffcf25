step "sensor.verify_health" {
  title        = "Verify the health of the wave"
  scope        = "wave"
  kind         = "check"
  who          = "Security Reader"
  runs_on      = "portal"
  risk         = "none"
  duration     = "15m"
  requires     = ["sensor.verify_service", "v3.verify", "sensor.verify_first_data"]
  on_demand    = true
  why          = "A sensor can run and still miss what it was installed for."
  verify       = "No open health issue names a sensor of the wave."
  undo         = "Nothing to take back: this step only reads."
  reversible   = true
  instructions = "Open the health issues, tab Sensor, and look for the servers of this wave."
  portal       = { "2023-08" = "Settings > Identities > Health issues", "2026-03" = "Settings > Identities > Deployment > Health issues" }
  sources      = ["https://learn.microsoft.com/defender-for-identity/health-alerts"]
}
