step "wave.soak" {
  title        = "Observe the wave"
  scope        = "wave"
  kind         = "wait"
  who          = "Directory operations"
  runs_on      = "person"
  risk         = "none"
  duration     = "15m"
  wait         = "${spec.wave.soak_seconds}s"
  requires     = ["sensor.verify_health", "sensor.verify_service", "v3.verify", "sensor.rotate_access_key"]
  when         = spec.wave.soak_seconds > 0
  why          = "Health is judged once a day; a fault that shows on the second day would otherwise reach every site."
  verify       = "No open health issue names a sensor of the wave."
  undo         = "Nothing to take back: this step waits."
  reversible   = true
  instructions = "Look at the health issues daily. Stop the roll-out when a sensor does not run within 30 minutes, when a health issue of high severity opens, or when a controller of the wave runs out of processor or memory."
  looks_at     = "health"
  sources      = ["https://learn.microsoft.com/defender-for-identity/health-alerts"]
}
