step "ops.handover" {
  title        = "Hand over to operations"
  scope        = "workspace"
  kind         = "approval"
  who          = "Head of security operations"
  runs_on      = "person"
  risk         = "none"
  duration     = "1h"
  requires     = ["wave.soak", "sensor.verify_health"]
  when         = workspace.exists == true || spec.workspace.name != ""
  why          = "Detections mature over three weeks; somebody has to expect and tune them."
  verify       = "Operations have signed the hand-over and receive the health mail."
  undo         = "Take the responsibility back."
  reversible   = true
  instructions = "Hand over this document, the waivers with their ends, and the list of held sensors."
  evidence     = ["Signed hand-over"]
  sources      = ["https://learn.microsoft.com/defender-for-identity/ops-guide/ops-guide"]
}
