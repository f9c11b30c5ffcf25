# Fabrikam: two forests that do not trust each other, one workspace. Microsoft ATA is replaced, the sensors are of both
# generations, and a proxy still reads the traffic that it must not. See the README of the examples for what is wrong on purpose.

deployment "fabrikam" {
  profile       = "v2-current"
  facts_max_age = "7d"
  portal_era    = "2026-09"
}

variable "change_id" {
  type        = string
  description = "The change record this deployment runs under."
  default     = "CHG0052718"
}

locals {
  hub      = "HAM"
  pilot    = ["dc02.fabrikam.com", "dc03.fabrikam.com"]
  branches = ["ZRH", "BRN", "LIN"]
}

tenant "fabrikam.onmicrosoft.com" {
  cloud = "commercial"
}

workspace "fabrikam-corp" {
  expected_geography     = "Europe"
  region_accepted        = true
  health_mail_recipients = ["soc@fabrikam.com"]
}

forest "fabrikam.com" {
  domain "fabrikam.com" {}
}

# Bought in spring. There is no trust, so the account of one forest is a stranger in the other.
forest "wingtiptoys.com" {
  domain "wingtiptoys.com" {}
}

directory_service_accounts {
  kind    = "gmsa"
  sharing = "per_domain"
}

directory_service_account "fabrikam" {
  kind    = "gmsa"
  name    = "svc-mdi$"
  domain  = "fabrikam.com"
  serves  = ["fabrikam.com"]
  readers = group("fabrikam.com", "mdi-sensors")
}

directory_service_account "wingtiptoys" {
  kind    = "gmsa"
  name    = "svc-mdi-wt$"
  domain  = "wingtiptoys.com"
  serves  = ["wingtiptoys.com"]
  readers = group("wingtiptoys.com", "mdi-sensors-wt")
}

auditing {
  method     = "decide"
  gpo_prefix = "MDI"
}

connectivity "proxy" {
  method = "proxy"
  proxy {
    url  = "http://proxy.fabrikam.com:8080"
    auth = "none"
  }
}

connectivity "vienna" {
  method = "direct"
}

# The pilot has one controller of each generation, in the hub, beside others that can stand in for them.
sensor "dc02.fabrikam.com" {
  wave = wave.pilot
}

sensor "dc03.fabrikam.com" {
  wave = wave.pilot
}

sensors "hub" {
  for_each = [
    for fqdn, server in facts.servers : fqdn
    if server.roles.dc && server.domain == "fabrikam.com" && server.site == local.hub
    && !contains(local.pilot, fqdn) && !server.fsmo.pdc_emulator
  ]
  wave = wave.hub
}

sensors "remaining" {
  for_each = [
    for fqdn, server in facts.servers : fqdn
    if server.roles.dc && server.domain == "fabrikam.com" && server.site == "MUC"
  ]
  wave = wave.remaining
}

# In a site with one controller its users go over the WAN while it restarts; read-only controllers need a writable partner.
sensors "branches" {
  for_each = [
    for fqdn, server in facts.servers : fqdn
    if (server.roles.dc || server.roles.rodc) && contains(local.branches, server.site)
  ]
  wave = wave.branches
}

sensor "wt-dc02.wingtiptoys.com" {
  wave         = wave.remaining
  connectivity = connectivity.vienna
}

# The PDC emulators come last: time, passwords and policies are theirs.
sensor "dc01.fabrikam.com" {
  generation = "v3"
  wave       = wave.pdc_emulators
}

sensor "wt-dc01.wingtiptoys.com" {
  wave         = wave.pdc_emulators
  connectivity = connectivity.vienna
}

sensors "role_servers" {
  for_each = [
    for fqdn, server in facts.servers : fqdn
    if server.roles.adfs || server.roles.adcs || server.roles.entra_connect
  ]
  wave               = wave.role_servers
  domain_controllers = ["dc04.fabrikam.com", "dc07.fabrikam.com"]
}

exclude "wap01.fabrikam.com" {
  reason = "A Web Application Proxy has nothing that a sensor could read"
}

exclude "rootca01.fabrikam.com" {
  reason = "The root authority is kept offline and is started twice a year"
}

exclude "ata01.fabrikam.com" {
  reason = "The ATA Center, switched off by this change"
}

exclude "atagw01.fabrikam.com" {
  reason = "The dedicated ATA gateway, switched off by this change"
}

wave "pilot" {
  max_parallel = 1
  soak         = "72h"
  approval     = "Change advisory board"
  window       = window.night
}

wave "hub" {
  after        = [wave.pilot]
  max_parallel = 1
  soak         = "24h"
  approval     = "Head of directory operations"
  window       = window.night
}

wave "remaining" {
  after                   = [wave.hub]
  max_parallel            = 2
  max_parallel_per_site   = 1
  max_parallel_per_domain = 1
  soak                    = "24h"
  window                  = window.night
}

wave "branches" {
  after                 = [wave.remaining]
  max_parallel          = 2
  max_parallel_per_site = 1
  soak                  = "24h"
  window                = window.night
}

wave "pdc_emulators" {
  after                   = [wave.branches]
  max_parallel            = 1
  soak                    = "24h"
  approval                = "Change advisory board"
  window                  = window.weekend
}

wave "role_servers" {
  after        = [wave.pdc_emulators]
  max_parallel = 1
  soak         = "24h"
  approval     = "Owners of AD FS, AD CS and Entra Connect"
  window       = window.weekend
}

window "night" {
  start    = "2026-11-30T18:00"
  duration = "8h"
  timezone = "Europe/Berlin"
  repeats  = "daily"
}

window "weekend" {
  start    = "2026-12-05T07:00"
  duration = "16h"
  timezone = "Europe/Berlin"
  repeats  = "weekly"
}

freeze "year_end" {
  from = "2026-12-18"
  to   = "2027-01-06"
}

change {
  id          = var.change_id
  summary     = "Replace Microsoft ATA by Defender for Identity at Fabrikam and Wingtip Toys"
  reason      = "ATA has no support any more, and nobody watches the forest that came with Wingtip Toys."
  requester   = "Identity platform"
  owner       = "Head of directory services"
  implementer = "Directory operations"
  approvers   = ["Change advisory board", "Head of security operations", "Data protection officer"]
  back_out_by = "90m"

  contact "security_operations" {
    address = "soc@fabrikam.com"
  }

  contact "network" {
    address = "network@fabrikam.com"
  }

  contact "sites" {
    address = "the contact of each site, in the directory of sites"
  }
}

waiver "MDI-HW-003" {
  subjects = ["adfs02.fabrikam.com"]
  reason   = "The volume is extended to 120 GiB on 2026-12-01, CHG0052604"
  approver = "h.brandt@fabrikam.com"
  expires  = "2027-01-31"
}

waiver "MDI-HW-004" {
  subjects = ["adfs02.fabrikam.com"]
  reason   = "The volume is extended to 120 GiB on 2026-12-01, CHG0052604"
  approver = "h.brandt@fabrikam.com"
  expires  = "2027-01-31"
}
