step "wait.auto_audit_cycle" {
  title        = "Wait for a round of automatic auditing"
  scope        = "wave"
  kind         = "wait"
  generations  = ["v3"]
  who          = "Directory operations"
  runs_on      = "person"
  risk         = "none"
  duration     = "5m"
  wait         = "24h"
  requires     = ["workspace.enable_auto_auditing", "v3.verify"]
  when         = subject != "foundation" && (decision.auditing_method == "automatic" || decision.auditing_method == "gpo")
  why          = "The sensors set the audit policy once a day, and its health is judged once a day."
  verify       = "A day later no audit health issue names a server of the wave."
  undo         = "Nothing to take back: this step waits."
  reversible   = true
  instructions = "Look at the audit health issues a day after the switch was turned on, or after the last activation of the wave."
  looks_at     = "health"
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]
}
