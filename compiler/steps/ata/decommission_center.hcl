step "ata.decommission_center" {
  title        = "Switch the ATA Center off"
  scope        = "workspace"
  kind         = "manual"
  generations  = ["v2", "v3"]
  who          = "ATA administrator"
  privilege    = "Local Administrators of the ATA Center"
  runs_on      = "person"
  risk         = "irreversible"
  duration     = "1h"
  requires     = ["ata.inventory", "ata.close_alerts", "ata.backup_db", "ata.uninstall_full_gateway", "ata.uninstall_lightweight_gateway", "sensor.verify_health"]
  why          = "ATA has had no updates since January 2026."
  verify       = "The server of the center is shut down, and no gateway is left."
  undo         = "Restore the server from its backup."
  reversible   = false
  instructions = "Back up the database, uninstall the center when the last gateway is gone, and keep the backup for as long as your rules say."
  sources      = ["https://learn.microsoft.com/defender-for-identity/migrate-from-ata-overview"]
}
