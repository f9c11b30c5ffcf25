step "ops.learning_period" {
  title        = "Let the behavioural detections learn"
  scope        = "workspace"
  kind         = "wait"
  generations  = ["v2", "v3", "standalone"]
  who          = "Security operations"
  runs_on      = "person"
  risk         = "none"
  duration     = "30m"
  wait         = "21d"
  requires     = ["sensor.verify_health"]
  when         = workspace.exists == true || spec.workspace.name != ""
  why          = "Detections of behaviour know what is normal after three weeks; whoever tunes before tunes by accident."
  verify       = "Three weeks after the last sensor the open alerts have been reviewed."
  undo         = "Nothing to take back: this step waits."
  reversible   = true
  instructions = "Judge and tune behavioural alerts three weeks after the last wave at the earliest. Detections by signature count at once."
  looks_at     = "health"
  sources      = ["https://learn.microsoft.com/defender-for-identity/technical-faq"]
}
