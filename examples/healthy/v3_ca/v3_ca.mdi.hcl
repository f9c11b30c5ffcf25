# healthy with a certification authority under v3: see the README of the examples.
deployment "healthy v3 ca" {
  preview_allowed  = true
  profile          = "v2-current"
  entra_actions    = true
  remote_sam       = "retired"
  response_domains = ["contoso.com"]
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

auditing {
  entra_connect_gpo = true
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
  mirrored_dcs = ["dc01.contoso.com"]
}
