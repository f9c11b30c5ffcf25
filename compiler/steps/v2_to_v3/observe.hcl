step "v2_to_v3.observe" {
  title        = "Observe the moved sensor and decide before the seventh day"
  scope        = "server"
  kind         = "wait"
  generations  = ["v3"]
  who          = "Security operations"
  runs_on      = "person"
  risk         = "none"
  duration     = "30m"
  wait         = "7d"
  requires     = ["v2_to_v3.migrate"]
  when         = spec.sensor.migrate == true
  why          = "After seven days the move is final by itself; a decision that nobody took is a decision too."
  verify       = "On the fifth day health, data and detections were compared with those of v2, and the decision stands in the change record."
  undo         = "Roll back in the portal within the seven days."
  reversible   = true
  instructions = "Decide on the fifth day at the latest whether the server stays at v3."
  looks_at     = "health"
  due          = "5d"
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/migrate-to-sensor-v3"]
}
