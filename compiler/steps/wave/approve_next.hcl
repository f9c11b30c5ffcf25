step "wave.approve_next" {
  title        = "Let the next wave begin"
  scope        = "wave"
  kind         = "approval"
  who          = "Change advisory board"
  runs_on      = "person"
  risk         = "none"
  duration     = "15m"
  requires     = ["wave.soak", "sensor.verify_health"]
  when         = spec.wave.followed == true
  why          = "What the pilot taught is used only if somebody stops to ask for it."
  verify       = "The approval stands in the change record, with the health of the wave beside it."
  undo         = "Withdraw the approval before the next window opens."
  reversible   = true
  instructions = "Compare health, alerts and load of the wave with those before it, and decide whether the next wave may begin."
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/deploy-defender-identity"]
}
