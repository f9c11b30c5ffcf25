step "standalone.configure_port_mirroring" {
  title        = "Mirror the traffic of the controllers to the sensor"
  scope        = "server"
  kind         = "network"
  generations  = ["standalone"]
  who          = "Network or virtualisation team"
  privilege    = "Change mirror sessions of switch or hypervisor"
  runs_on      = "person"
  risk         = "none"
  duration     = "2h"
  requires     = ["standalone.prepare_nics", "change.approve"]
  on_demand    = true
  why          = "What is not mirrored is not seen, and half of a conversation is worth less than none."
  verify       = "A capture on the sensor shows both directions of every controller on one adapter."
  undo         = "Remove the mirror sessions."
  reversible   = true
  instructions = "SPAN on the same switch, RSPAN over switches of layer 2, ERSPAN only when it is unwrapped before the sensor. Both directions of a controller must arrive at one adapter; a virtual sensor and its controllers stay on one host."
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-port-mirroring"]
}
