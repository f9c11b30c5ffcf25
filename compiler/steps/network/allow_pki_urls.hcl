step "network.allow_pki_urls" {
  title        = "Let revocation lists through"
  scope        = "network"
  kind         = "network"
  generations  = ["v2", "standalone"]
  who          = "Network team"
  privilege    = "Change rules of firewall and proxy"
  runs_on      = "person"
  risk         = "none"
  duration     = "30m"
  requires     = ["change.approve"]
  effects      = { network = { allowlist = { "crl.microsoft.com" = true, "ctldl.windowsupdate.com" = true, "www.microsoft.com" = true } } }
  why          = "A certificate whose revocation cannot be asked for may be refused, hours after everything worked."
  verify       = "The root list of ctldl.windowsupdate.com answers with status 200 from a sensor."
  undo         = "Remove the entries."
  reversible   = true
  instructions = "Allow TCP 80 and 443 to crl.microsoft.com, ctldl.windowsupdate.com, and below www.microsoft.com the folders /pkiops and /pki."
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-proxy"]
}
