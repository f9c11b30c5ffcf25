step "v2_to_v3.observe" {
  title        = "Observe the moved sensor"
  scope        = "server"
  kind         = "wait"
  generations  = ["v3"]
  who          = "Security operations"
  runs_on      = "person"
  risk         = "none"
  duration     = "30m"
  wait         = "5d"
  requires     = ["v2_to_v3.migrate", "v3.verify"]
  when         = spec.sensor.migrate == true
  why          = "What v3 sees and what it misses shows in days, not in minutes."
  verify       = "On the fifth day health, data and detections were compared with those of v2."
  undo         = "Roll back in the portal within the seven days."
  reversible   = true
  instructions = "Compare health issues, data and detections with those of the time before, every day. The software of v2 stays installed: it is the way back."
  looks_at     = "health"
  due          = "5d"
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/migrate-to-sensor-v3"]
}
