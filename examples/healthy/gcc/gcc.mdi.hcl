# healthy in the GCC cloud: see the README of the examples.
deployment "healthy gcc" {
  profile       = "v2-current"
  entra_actions = true
  remote_sam    = "retired"
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
  on_off_messages    = true
  enabled            = true
  port               = 1813
  vendor             = "cisco_asa"
  secret_fingerprint = "0f3a"
}

sensor "dc01.contoso.com" {
  generation    = "v2"
  radius_target = true
}

sensor "dc02.contoso.com" {
  generation = "v3"
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
  mirrored_dcs = ["dc01.contoso.com"]
  generation   = "standalone"
}
