step "network.create_proxy_alias" {
  title        = "Give the proxy a name of its own in DNS"
  scope        = "network"
  kind         = "network"
  generations  = ["v2", "standalone"]
  who          = "Network team"
  privilege    = "Create records in the DNS zone"
  runs_on      = "person"
  risk         = "none"
  duration     = "30m"
  requires     = ["change.approve"]
  why          = "A sensor that knows the proxy by an alias survives its replacement."
  verify       = "The alias resolves on every sensor server."
  undo         = "Remove the record again."
  reversible   = true
  instructions = "Create an A record for the proxy and use it in the configuration of the sensors."
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-proxy"]
}
