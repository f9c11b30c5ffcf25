# worst in a government cloud: see the README of the examples.
deployment "worst government" {
  profile         = "v3-current"
  entra_actions   = true
  preview_allowed = true
  remote_sam      = "retired"
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

sensor "dc01.contoso.com" {
  generation = "v2"
}

sensor "dc02.contoso.com" {
  generation = "v2"
}

sensor "dc03.contoso.com" {
  generation = "v2"
}

sensor "adfs01.contoso.com" {
  generation = "v3"
}

sensor "ca01.contoso.com" {
  generation = "v2"
}

sensor "aadc01.contoso.com" {
  generation = "v2"
}

sensor "sa01.contoso.com" {
  generation = "standalone"
}
