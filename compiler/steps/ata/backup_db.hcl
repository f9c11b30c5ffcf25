step "ata.backup_db" {
  title        = "Back up the database of ATA"
  scope        = "workspace"
  kind         = "manual"
  generations  = ["v2", "v3"]
  who          = "ATA administrator"
  privilege    = "Local Administrators of the ATA Center"
  runs_on      = "person"
  risk         = "none"
  duration     = "2h"
  requires     = ["ata.close_alerts"]
  on_demand    = true
  done         = ata.database_backed_up == true
  effects      = { ata = { database_backed_up = true } }
  why          = "Nothing of the history of ATA is carried over; the backup is all that is left of it."
  verify       = "The backup was restored once on another server."
  undo         = "Delete the backup."
  reversible   = true
  instructions = "Back up the MongoDB database of the ATA Center as its documentation says, and restore it somewhere else as a test."
  looks_at     = "before"
  sources      = ["https://learn.microsoft.com/defender-for-identity/migrate-from-ata-overview"]
}
