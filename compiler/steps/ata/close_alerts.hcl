step "ata.close_alerts" {
  title        = "Close or record the open ATA alerts"
  scope        = "workspace"
  kind         = "manual"
  generations  = ["v2", "v3"]
  who          = "ATA administrator"
  privilege    = "Microsoft Advanced Threat Analytics Users"
  runs_on      = "person"
  risk         = "none"
  duration     = "1h"
  requires     = ["ata.inventory"]
  why          = "Open alerts are not moved."
  verify       = "The list of open suspicious activities is empty or attached to the change."
  undo         = "Nothing to take back."
  reversible   = true
  instructions = "Work through the open suspicious activities, close them or attach an export of them to the change."
  evidence     = ["Export of the alerts of Advanced Threat Analytics"]
  sources      = ["https://learn.microsoft.com/defender-for-identity/migrate-from-ata-overview"]
}
