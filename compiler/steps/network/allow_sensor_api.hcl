step "network.allow_sensor_api" {
  title        = "Allow the sensor API and DNS"
  scope        = "network"
  kind         = "network"
  who          = "Network team"
  privilege    = "Change rules of firewall and proxy"
  runs_on      = "person"
  risk         = "none"
  duration     = "1h"
  requires     = ["change.approve"]
  why          = "A sensor that cannot reach its API neither registers nor reports."
  verify       = "From each server, TCP 443 to <workspace>sensorapi of the cloud opens."
  undo         = "Remove the rule again."
  reversible   = true
  instructions = "Allow TCP 443 from every sensor server to the sensor API of this workspace, and TCP and UDP 53 to its DNS servers. Measure the paths again afterwards and plan again."
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-proxy"]
}
