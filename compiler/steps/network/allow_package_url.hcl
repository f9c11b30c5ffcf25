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
  params       = { Hosts = cloud.package_hosts }
  why          = "The package comes from a host of its own, which an allow-list that was made for sensors does not name."
  verify       = "The package downloads on the administration workstation."
  undo         = "Remove the entry."
  reversible   = true
  instructions = "Allow TCP 443 from the administration workstation to {Hosts}. Where these are two hosts, allow both: which of them serves which government cloud is not documented. A machine elsewhere can download the package too; it is then carried over and compared by digest."
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/install-sensor"]
}
