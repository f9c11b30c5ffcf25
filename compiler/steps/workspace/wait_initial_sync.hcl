step "workspace.wait_initial_sync" {
  title        = "Wait for the first synchronisation"
  scope        = "server"
  kind         = "wait"
  generations  = ["v2", "v3", "standalone"]
  who          = "Security operations"
  runs_on      = "person"
  risk         = "none"
  duration     = "5m"
  wait         = ata.center_present == true ? "2h" : "15m"
  requires     = ["sensor.verify_service", "v3.verify"]
  on_demand    = true
  why          = "The cloud prepares itself when the first sensor speaks; what is missing before that is not missing."
  verify       = "Fifteen minutes have passed since the last installation on this server, two hours when ATA is replaced."
  undo         = "Nothing to take back: this step waits."
  reversible   = true
  instructions = "Wait fifteen minutes after the last installation before looking for data. Where ATA is replaced, wait two hours before validating."
  looks_at     = "data"
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-sensor-settings", "https://learn.microsoft.com/defender-for-identity/migrate-from-ata-overview"]
}
