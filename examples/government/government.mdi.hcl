# A forest of three domains in the GCC High cloud, planned from facts that were carried out of an enclave. docs/government.md
# walks through it.

deployment "agency" {
  profile       = "v2-current"
  facts_max_age = "7d"
  portal_era    = "2026-09"
}

variable "change_id" {
  type        = string
  description = "The change record this deployment runs under."
  default     = "CHG-2026-0777"
}

tenant "agencyexample.onmicrosoft.us" {
  cloud = "gcc_high"
}

workspace "agency-corp" {
  region_accepted = true
}

forest "agency.example" {
  domain "agency.example" {}
  domain "field.agency.example" {}
  domain "lab.agency.example" {}
}

directory_service_account "primary" {
  kind    = "gmsa"
  name    = "svc-mdi$"
  domain  = "agency.example"
  serves  = ["agency.example", "field.agency.example", "lab.agency.example"]
  readers = group("agency.example", "mdi-sensors")
}

# Windows audit policy is under configuration control here: by group policy, which the auditors already read.
auditing {
  method     = "gpo"
  gpo_prefix = "MDI"
}

# The firewall at the boundary knows addresses, by the service tag in the list of the US Government cloud.
connectivity "boundary" {
  method = "service_tag"
}

sensor "dc02.agency.example" {
  wave         = wave.pilot
  connectivity = connectivity.boundary
}

sensors "controllers" {
  for_each = [
    for fqdn, server in facts.servers : fqdn
    if(server.roles.dc || server.roles.rodc) && server.site != "LAB" && fqdn != "dc02.agency.example"
  ]
  wave         = wave.enterprise
  connectivity = connectivity.boundary
}

sensors "role_servers" {
  for_each = [
    for fqdn, server in facts.servers : fqdn
    if server.roles.adfs || server.roles.adcs
  ]
  wave         = wave.role_servers
  connectivity = connectivity.boundary
}

sensors "laboratory" {
  for_each     = [for fqdn, server in facts.servers : fqdn if server.site == "LAB"]
  wave         = wave.laboratory
  connectivity = connectivity.boundary
}

wave "pilot" {
  max_parallel = 1
  soak         = "72h"
  approval     = "Configuration control board"
  window       = window.maintenance
}

wave "enterprise" {
  after                 = [wave.pilot]
  max_parallel          = 2
  max_parallel_per_site = 1
  soak                  = "24h"
  approval              = "Configuration control board"
  window                = window.maintenance
}

wave "role_servers" {
  after        = [wave.enterprise]
  max_parallel = 1
  soak         = "24h"
  approval     = "Configuration control board"
  window       = window.maintenance
}

wave "laboratory" {
  after        = [wave.enterprise]
  max_parallel = 1
  soak         = "24h"
  approval     = "Owner of the laboratory"
  window       = window.maintenance
}

window "maintenance" {
  start    = "2026-11-28T21:00"
  duration = "10h"
  timezone = "America/Denver"
  repeats  = "weekly"
}

freeze "holidays" {
  from = "2026-12-18"
  to   = "2027-01-04"
}

change {
  id          = var.change_id
  summary     = "Deploy Defender for Identity sensors to agency.example (GCC High)"
  requester   = "Security operations"
  implementer = "Directory operations"
  approvers   = ["Configuration control board", "Authorizing official"]
  back_out_by = "2h"
}
