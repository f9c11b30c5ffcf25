# worst: see the README of the examples.
deployment "worst" {
  profile          = "v2-current"
  entra_actions    = true
  remote_sam       = "retired"
  response_domains = ["contoso.com"]
}

workspace "contoso-corp" {
  expected_geography = "Europe"
  region_accepted    = true
  endpoints          = ["contoso-corpsensorapi.atp.azure.us"]
}

rbac {
  scopes = ["MDI EMEA"]
}

forest "contoso.com" {
  domain "contoso.com" {}
}

directory_service_account "primary" {
  kind   = "gmsa"
  name   = "mdisvc01$"
  domain = "contoso.com"
  serves = ["contoso.com", "fabrikam.com"]
}

directory_service_account "legacy" {
  kind   = "user"
  name   = "svc-mdi"
  domain = "contoso.com"
}

action_account {
  change_groups = true
  ous           = ["ou=people,dc=contoso,dc=com"]
}

auditing {
  entra_connect_gpo = true
}

vpn {
  enabled            = true
  port               = 1813
  on_off_messages    = false
  vendor             = "other"
  secret_fingerprint = "0f3a"
}

sensor "dc01.contoso.com" {
  generation    = "v2"
  radius_target = true
}

sensor "dc02.contoso.com" {
  generation = "v3"
  migrate    = true
}

sensor "dc03.contoso.com" {
  generation = "v2"
}

sensor "adfs01.contoso.com" {
  generation = "v2"
}

sensor "ca01.contoso.com" {
  generation = "v2"
}

sensor "ca03.contoso.com" {
  generation = "v3"
}

sensor "aadc01.contoso.com" {
  generation = "v2"
}

sensor "sa01.contoso.com" {
  generation   = "standalone"
  mirrored_dcs = ["dc01.contoso.com", "dc03.contoso.com"]
}

sensor "nop01.contoso.com" {
  generation = "v2"
}

sensor "dc04.contoso.com" {
  generation = "none"
}

sensor "aadc02.contoso.com" {
  generation = "none"
}

sensor "adfs02.contoso.com" {
  generation = "none"
}

sensor "sa02.contoso.com" {
  generation = "standalone"
}

sensor "ca02.contoso.com" {
  generation = "v2"
}

sensor "dc09.fabrikam.com" {
  generation = "v2"
}

sensor "dc05.contoso.com" {
  generation = "v3"
  migrate    = true
}
