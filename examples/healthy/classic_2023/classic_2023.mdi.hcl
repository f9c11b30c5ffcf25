# healthy under the profile classic-2023: see the README of the examples.
deployment "healthy classic-2023" {
  profile       = "classic-2023"
  entra_actions = true
  remote_sam    = "legacy"
}

workspace "contoso-corp" {
  region_accepted = true
}

forest "contoso.com" {
  domain "contoso.com" {}
}

directory_service_account "primary" {
  kind   = "gmsa"
  name   = "mdisvc01$"
  domain = "contoso.com"
}

vpn {
  enabled            = true
  port               = 1813
  on_off_messages    = true
  vendor             = "cisco_asa"
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

sensor "aadc01.contoso.com" {
  generation = "v2"
}

sensor "sa01.contoso.com" {
  generation   = "standalone"
  mirrored_dcs = ["dc01.contoso.com"]
}
