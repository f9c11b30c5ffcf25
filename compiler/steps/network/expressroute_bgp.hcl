step "network.expressroute_bgp" {
  title        = "Carry the routes of Defender for Identity over ExpressRoute"
  scope        = "network"
  kind         = "network"
  generations  = ["v2", "standalone"]
  who          = "Network team"
  privilege    = "Change the route filter of the circuit"
  runs_on      = "person"
  risk         = "none"
  duration     = "1h"
  requires     = ["change.approve"]
  effects      = { network = { expressroute = { bgp_communities = { "12076:5220" = true } } } }
  why          = "Microsoft peering announces only the communities in its route filter."
  verify       = "The route table of the circuit holds the announced networks, and the sensor API answers."
  undo         = "Remove the community from the filter."
  reversible   = true
  instructions = "Add BGP community 12076:5220 to the route filter of the Microsoft peering."
  notes        = ["Sensor v3 has limits of its own over ExpressRoute."]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2"]
}
