step "standalone.open_ports" {
  title        = "Open the ports of the standalone sensor"
  scope        = "network"
  kind         = "network"
  generations  = ["standalone"]
  who          = "Network team"
  privilege    = "Change rules of the firewall"
  runs_on      = "person"
  risk         = "none"
  duration     = "1h"
  requires     = ["change.approve"]
  why          = "A standalone sensor asks the directory over the network for everything a sensor on a controller knows."
  verify       = "Every port answers from the management adapter."
  undo         = "Close the ports."
  reversible   = true
  instructions = "From the management adapter to the controllers: TCP and UDP 389, TCP 636, 3268 and 3269, TCP and UDP 88, UDP 123. From the SIEM to the sensor, where it sends events: its syslog port, 514 unless chosen otherwise."
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-standalone"]
}
