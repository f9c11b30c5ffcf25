step "network.allow_package_url" {
  title        = "Let the download of the package through"
  scope        = "network"
  kind         = "network"
  generations  = ["v2", "standalone"]
  who          = "Network team"
  privilege    = "Change rules of firewall and proxy"
  runs_on      = "person"
  risk         = "none"
  duration     = "30m"
  requires     = ["change.approve"]
  why          = "The package comes from a host of its own, which an allow-list that was made for sensors does not name."
  verify       = "The package downloads on the administration workstation."
  undo         = "Remove the entry."
  reversible   = true
  instructions = "Allow TCP 443 from the administration workstation to the package host of the cloud: sensorpackage-prd.mdi.securitycenter.microsoft.com; in a government cloud both sensorpackage-fm.mdi.securitycenter.microsoft.us and sensorpackage-ff.mdi.securitycenter.microsoft.us, because which of them serves which cloud is not documented."
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/install-sensor"]
}
