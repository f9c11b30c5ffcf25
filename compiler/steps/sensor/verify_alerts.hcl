step "sensor.verify_alerts" {
  title        = "Raise alerts on purpose"
  scope        = "workspace"
  kind         = "manual"
  generations  = ["v2", "v3", "standalone"]
  who          = "Security operations"
  privilege    = "The rights of the test accounts, and Security data basics (read) of unified RBAC"
  runs_on      = "person"
  risk         = "none"
  duration     = "2h"
  requires     = ["sensor.verify_health", "thresholds.test_mode"]
  when         = spec.test_mode_ends_on != null
  why          = "An alert that arrives proves the whole way: capture, event, cloud, queue, person."
  verify       = "Every test raised its alert or recommendation within the day."
  undo         = "Take the test changes back."
  reversible   = true
  instructions = "In a laboratory domain: sign in with a honeytoken, create a service on a controller, run a command remotely. Set ms-DS-MachineAccountQuota to 10 and back to 0 for the posture recommendation. Tell the operations centre first, and use no privileged account of production."
  looks_at     = "data"
  impact       = "Test alerts open"
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/test-sensor"]
}
