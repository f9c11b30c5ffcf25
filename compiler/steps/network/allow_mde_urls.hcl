step "network.allow_mde_urls" {
  title        = "Allow the Defender for Endpoint hosts"
  scope        = "network"
  kind         = "network"
  generations  = ["v3"]
  who          = "Network team"
  privilege    = "Change rules of firewall and proxy"
  runs_on      = "person"
  risk         = "none"
  duration     = "1h"
  requires     = ["change.approve"]
  why          = "The v3 sensor reports through Defender for Endpoint."
  verify       = "The connectivity analyser of Defender for Endpoint passes on each server."
  undo         = "Remove the rule again."
  reversible   = true
  instructions = "Allow the streamlined Defender for Endpoint hosts from every v3 server."
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/deploy-sensor-v3"]
}
