# Every block and every attribute of the language, once. The test holds that each of them reaches the rules.

deployment "everything" {
  profile             = "v2-current"
  facts_max_age       = "24h"
  portal_era          = "2026-09"
  policy_date         = "2026-11-01"
  preview_allowed     = true
  entra_actions       = true
  remote_sam          = "retired"
  recycle_bin         = true
  standalone_accepted = true
  migration_attempts  = 3
  response_domains    = ["a.test"]
}

variable "change" {
  type        = string
  description = "Number of the change record"
  default     = "CHG1"

  validation {
    condition     = startswith(var.change, "CHG")
    error_message = "A change number starts with CHG."
  }
}

locals {
  site = "HQ"
}

tenant "a.onmicrosoft.test" {
  cloud            = "commercial"
  migrate_to_cloud = "gcc"
}

workspace "a-corp" {
  expected_geography     = "Europe"
  region_accepted        = true
  endpoints              = ["a-corpsensorapi.atp.azure.com"]
  health_mail_recipients = ["ops@a.test"]
  test_mode_ends_on      = "2026-12-01"

  tags "sensitive" {
    entities = ["S-1-5-21-1-2-3-500"]
  }

  exclusions "honeytoken" {
    entities = ["S-1-5-21-1-2-3-501"]
  }
}

forest "a.test" {
  back_dated_key = true
  domain "a.test" {}
}

directory_service_accounts {
  kind             = "gmsa"
  absence_accepted = false
  sharing          = "per_domain"
}

directory_service_account "primary" {
  kind    = "gmsa"
  name    = "mdisvc01$"
  domain  = "a.test"
  serves  = ["a.test"]
  readers = group("a.test", "mdi-sensors")
}

action_account {
  mode          = "gmsa"
  ous           = ["ou=people,dc=a,dc=test"]
  change_groups = true
}

connectivity "egress" {
  method = "proxy"

  proxy {
    url  = "http://proxy.a.test:8080"
    auth = "basic"
    user = "A\\sensor"
  }
}

auditing {
  method            = "gpo"
  gpo_prefix        = "MDI"
  entra_connect_gpo = true
  power_gpo         = true
  ca_start_stop     = true
  configurations    = ["NTLMAuditing", "ProcessorPerformance"]
}

rbac {
  use_legacy_groups = true
  scopes            = ["role"]
}

vpn {
  enabled            = true
  vendor             = "cisco_asa"
  port               = 1813
  on_off_messages    = true
  secret_fingerprint = "0f0f"
}

syslog {
  enabled   = true
  endpoints = ["siem.a.test:514"]
}

sensor "dc01.a.test" {
  generation         = "v2"
  wave               = wave.one
  workspace          = "a-corp"
  connectivity       = connectivity.egress
  migrate            = true
  onboarding         = "mde"
  unattended         = true
  install_volume     = "c"
  custom_log_path    = "d:\\logs"
  delayed_update     = true
  domain_controllers = ["dc01.a.test"]
  mirrored_dcs       = ["dc02.a.test"]
  proxy_url          = "http://proxy.a.test:8080"
  proxy_user         = "A\\sensor"
  radius_target      = true
  syslog_sender      = true
  window_starts_at   = "2026-12-05T20:00:00Z"
  window_ends_at     = "2026-12-06T02:00:00Z"
  window_approved    = true
  pdc_emulator_early = true
}

sensors "rest" {
  for_each   = [for fqdn, server in facts.servers : fqdn if server.site == "FRA"]
  generation = "v2"
  wave       = wave.two
}

server "dc01.a.test" {
  demotes_at      = "2027-01-01T00:00:00Z"
  patched_monthly = true
}

exclude "new.a.test" {
  reason = "It is switched off next week"
}

wave "one" {
  max_parallel            = 1
  max_parallel_per_site   = 1
  max_parallel_per_domain = 1
  soak                    = "24h"
  approval                = "CAB"
  window                  = window.night
}

wave "two" {
  after = [wave.one]
}

window "night" {
  start    = "2026-12-05T20:00"
  duration = "6h"
  timezone = "Europe/London"
  repeats  = "daily"
}

freeze "year_end" {
  from = "2026-12-18"
  to   = "2027-01-04"
}

change {
  id             = var.change
  summary        = "Deploy at ${local.site}"
  type           = "normal"
  reason         = "Audit finding 2026-17"
  requester      = "Identity"
  owner          = "Directory services"
  implementer    = "Operations"
  approvers      = ["CAB"]
  back_out_by    = "2h"
  approved_until = "2027-01-31T00:00:00Z"

  contact "security_operations" {
    address = "soc@a.test"
  }
}

policy {
  severity "MDI-NIC-001" {
    is     = "low"
    reason = "Another team owns it"
  }

  parameter "capacity.headroom" {
    value = 0.2
  }
}

waiver "MDI-CAP-008" {
  subjects = ["dc01.a.test"]
  reason   = "Ordered"
  approver = "j.doe@a.test"
  expires  = "2027-01-31"
}

declare {
  tenant {
    country = "DE"
  }

  server "dc01.a.test" {
    virtual = false
  }
}
