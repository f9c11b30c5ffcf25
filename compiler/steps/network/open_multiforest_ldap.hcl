step "network.open_multiforest_ldap" {
  title        = "Open LDAP to the controllers of the other forests"
  scope        = "network"
  kind         = "network"
  generations  = ["v2", "standalone"]
  who          = "Network team"
  privilege    = "Change rules of the firewall"
  runs_on      = "person"
  risk         = "none"
  duration     = "2h"
  requires     = ["change.approve"]
  why          = "A sensor resolves accounts of another forest at its controllers and global catalogs."
  verify       = "From a sensor, TCP and UDP 389 and TCP 3268 of a controller of each forest answer."
  undo         = "Remove the rule again."
  reversible   = true
  instructions = "Allow TCP and UDP 389, and TCP 636, 3268 and 3269, from the sensors to the domain controllers of the other forests."
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/multi-forest"]
}
