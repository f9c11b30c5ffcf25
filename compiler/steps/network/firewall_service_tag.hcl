step "network.firewall_service_tag" {
  title        = "Allow the addresses of the service tag"
  scope        = "network"
  kind         = "network"
  generations  = ["v2", "v3", "standalone"]
  who          = "Network team"
  privilege    = "Change rules of the firewall"
  runs_on      = "person"
  risk         = "none"
  duration     = "1h"
  requires     = ["change.approve"]
  why          = "A firewall that knows addresses only has to be told again whenever they change."
  verify       = "The rules equal the present version of the tag, and a date for the next comparison is set."
  undo         = "Remove the rules."
  reversible   = true
  instructions = "Permit TCP 443 to the ranges of the service tag AzureAdvancedThreatProtection; for v3 the tags of Defender for Endpoint as well. Take them from the weekly file of Azure IP ranges of your cloud and compare its change number every month."
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2"]
}
