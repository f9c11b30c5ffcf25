step "ata.inventory" {
  title        = "Write down what ATA is set up to do"
  scope        = "workspace"
  kind         = "check"
  generations  = ["v2", "v3"]
  who          = "ATA administrator"
  privilege    = "Microsoft Advanced Threat Analytics Administrators"
  runs_on      = "person"
  risk         = "none"
  duration     = "2h"
  requires     = ["change.approve"]
  why          = "Exclusions and tags of years are gone with the center."
  verify       = "The list holds accounts, notifications, roles, VPN, exclusions, honeytokens, tags and reports."
  undo         = "Nothing to take back: this step only reads."
  reversible   = true
  instructions = "Export the configuration of the ATA Center and go through accounts, syslog, mail, role groups, VPN, exclusions, honeytokens, sensitive tags and report schedules."
  looks_at     = "before"
  evidence     = ["Inventory of Advanced Threat Analytics"]
  sources      = ["https://learn.microsoft.com/defender-for-identity/migrate-from-ata-overview"]
}
