# What the integration test deploys to the directory it starts.

deployment "mdi" {
  profile       = "auto"
  facts_max_age = "7d"
}

tenant "mdi.onmicrosoft.com" {
  cloud = "commercial"
}

workspace "mdi" {
  expected_geography = "Europe"
}

forest "mdi.test" {
  domain "mdi.test" {}
}

directory_service_account "primary" {
  kind    = "gmsa"
  name    = "mdisvc01$"
  domain  = "mdi.test"
  serves  = ["mdi.test"]
  readers = group("mdi.test", "domain controllers")
}

auditing {
  method = "decide"
}

sensors "controllers" {
  for_each = [for fqdn, server in facts.servers : fqdn if server.roles.dc || server.roles.rodc]
  wave     = wave.controllers
}

sensor "ca1.mdi.test" {
  wave = wave.controllers
}

wave "controllers" {
  max_parallel = 1
}

change {
  id          = "CHG1"
  summary     = "Deploy sensors"
  requester   = "Identity platform"
  implementer = "Directory operations"
  approvers   = ["CAB"]
}
