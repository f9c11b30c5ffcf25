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
  params       = { Hosts = cloud.endpoint_hosts }
  why          = "The v3 sensor reports through Defender for Endpoint."
  verify       = "The connectivity analyser of Defender for Endpoint passes on each server."
  undo         = "Remove the rule again."
  reversible   = true
  instructions = "Allow TCP 443 from every v3 server to {Hosts}, the streamlined hosts of Defender for Endpoint in the cloud of this tenant."
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/deploy-sensor-v3"]
}
