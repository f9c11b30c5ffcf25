step "network.exempt_tls_inspection" {
  title        = "Exempt the service from TLS inspection"
  scope        = "network"
  kind         = "network"
  who          = "Network team"
  privilege    = "Change the inspection rules of the proxy"
  runs_on      = "person"
  risk         = "none"
  duration     = "1h"
  requires     = ["change.approve"]
  why          = "Sensor and service authenticate each other by certificates; inspection in between breaks that."
  verify       = "The certificate seen from a server is issued to the service, not by the proxy."
  undo         = "Remove the rule again."
  reversible   = true
  instructions = "Exempt the sensor API (and for v3 the Defender for Endpoint hosts) from TLS interception. Measure the paths again afterwards and plan again."
  security     = ["tls_exception"]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-proxy"]
}
