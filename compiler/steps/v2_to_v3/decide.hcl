step "v2_to_v3.decide" {
  title        = "Decide on the fifth day whether the server stays at v3"
  scope        = "server"
  kind         = "approval"
  generations  = ["v3"]
  who          = "Change owner"
  runs_on      = "person"
  risk         = "none"
  duration     = "30m"
  wait         = "2d"
  requires     = ["v2_to_v3.observe"]
  when         = spec.sensor.migrate == true
  why          = "On the seventh day the move is final by itself; a decision that nobody took is a decision too."
  verify       = "The decision and its reasons stand in the change record before the seventh day."
  undo         = "Roll back in the portal within the seven days (v2_to_v3.rollback)."
  reversible   = true
  instructions = "Decide with what the five days have shown. Where the server goes back to v2, roll back at once (v2_to_v3.rollback); where it stays, wait until the seventh day has passed."
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/migrate-to-sensor-v3"]
}
