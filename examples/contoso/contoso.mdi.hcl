# Contoso: one forest, two domains, six controllers, a certification authority, an AD FS farm and Entra Connect. Some of it
# is not ready: see what `mdiplan audit` and `mdiplan plan` make of it.

deployment "contoso" {
  profile       = "auto"
  facts_max_age = "7d"
  portal_era    = "2026-09"
}

variable "change_id" {
  type        = string
  description = "The change record this deployment runs under."
  default     = "CHG0041234"
}

locals {
  pilot_sites = ["FRA"]
}

tenant "contoso.onmicrosoft.com" {
  cloud = "commercial"
}

workspace "contoso-corp" {
  expected_geography = "Europe"
  region_accepted    = true
}

forest "contoso.com" {
  domain "contoso.com" {}
  domain "emea.contoso.com" {}
}

directory_service_account "primary" {
  kind    = "gmsa"
  name    = "svc-mdi$"
  domain  = "contoso.com"
  serves  = ["contoso.com", "emea.contoso.com"]
  readers = group("contoso.com", "mdi-sensors")
}

auditing {
  method     = "decide"
  gpo_prefix = "MDI"
}

connectivity "egress" {
  method = "direct"
}

# One controller first, spelled out.
sensor "dc03.contoso.com" {
  wave = wave.pilot
}

# The other controllers, from the facts.
sensors "controllers" {
  for_each = [
    for fqdn, server in facts.servers : fqdn
    if server.roles.dc && !contains(local.pilot_sites, server.site)
  ]
  wave         = wave.controllers
  connectivity = connectivity.egress
}

sensor "dc06.emea.contoso.com" {
  wave = wave.controllers
}

sensors "role_servers" {
  for_each = [
    for fqdn, server in facts.servers : fqdn
    if server.roles.adfs || server.roles.adcs || server.roles.entra_connect
  ]
  wave = wave.role_servers
}

wave "pilot" {
  max_parallel = 1
  soak         = "72h"
  approval     = "Change advisory board"
}

wave "controllers" {
  after                 = [wave.pilot]
  max_parallel          = 2
  max_parallel_per_site = 1
  soak                  = "24h"
  window                = window.weekend
}

wave "role_servers" {
  after        = [wave.controllers]
  max_parallel = 1
  soak         = "24h"
  window       = window.weekend
}

window "weekend" {
  start    = "2026-12-05T20:00"
  duration = "6h"
  timezone = "Europe/London"
  repeats  = "weekly"
}

freeze "year_end" {
  from = "2026-12-18"
  to   = "2027-01-04"
}

change {
  id          = var.change_id
  summary     = "Deploy Defender for Identity sensors to contoso.com"
  reason      = "The audit of 2026 found that attacks on identities would go unseen (finding 2026-17)."
  requester   = "Identity platform"
  owner       = "Head of directory services"
  implementer = "Directory operations"
  approvers   = ["CAB", "Head of security operations"]
  back_out_by = "2h"

  contact "security_operations" {
    address = "soc@contoso.com"
  }

  contact "service_desk" {
    address = "servicedesk@contoso.com, extension 4000"
  }
}

policy {
  severity "MDI-NIC-001" {
    is     = "low"
    reason = "The hypervisor team owns offloads"
  }
}

waiver "MDI-CAP-008" {
  subjects = ["dc04.contoso.com"]
  reason   = "Memory and cores are ordered, CHG0031337"
  approver = "j.doe@contoso.com"
  expires  = "2027-01-31"
}
