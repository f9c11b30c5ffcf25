step "network.open_nnr" {
  title        = "Open the ports of name resolution"
  scope        = "network"
  kind         = "network"
  generations  = ["v2", "standalone"]
  who          = "Network team"
  privilege    = "Change rules of the firewall"
  runs_on      = "person"
  risk         = "none"
  duration     = "1h"
  requires     = ["change.approve"]
  why          = "Without names for addresses, alerts name the wrong device."
  verify       = "A sample of devices answers on at least one of TCP 135, UDP 137 or TCP 3389, and reverse DNS resolves."
  undo         = "Remove the rule again."
  reversible   = true
  instructions = "Allow TCP 135, UDP 137 and TCP 3389 from the sensors to the devices, and make sure that reverse DNS zones exist."
  impact       = "Requests of the sensors to endpoints pass firewalls, which may report them"
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2"]
}
