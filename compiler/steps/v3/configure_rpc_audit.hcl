step "v3.configure_rpc_audit" {
  title        = "Switch RPC auditing on by a tag"
  scope        = "workspace"
  kind         = "portal"
  generations  = ["v3"]
  who          = "Security Administrator"
  privilege    = "Security Administrator in Entra"
  runs_on      = "portal"
  risk         = "none"
  duration     = "15m"
  wait         = "1h"
  requires     = ["v3.verify"]
  why          = "Some detections of v3 rest on RPC auditing, which servers get by a device tag."
  verify       = "The servers carry the tag, and an hour later no health issue speaks of RPC auditing."
  undo         = "Remove the rule and the tag."
  reversible   = true
  instructions = "Make an asset rule that gives the v3 servers the tag of RPC auditing, as the page of the v3 sensor names it."
  portal       = { "2026-03" = "System > Settings > Microsoft Defender XDR > Asset Rule Management" }
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-3"]
}
