step "server.test_connectivity" {
  title        = "Test the way to the sensor API from the server"
  scope        = "server"
  kind         = "check"
  generations  = ["v2", "standalone"]
  who          = "Administrator of the server"
  privilege    = "Local Administrators"
  runs_on      = "target"
  risk         = "none"
  duration     = "5m"
  requires     = ["change.open_window", "network.exempt_tls_inspection", "network.allow_sensor_api", "network.allow_pki_urls"]
  on_demand    = true
  why          = "A firewall rule that was promised is not one that works."
  verify       = "The address of the sensor API answers with its version, and the certificate chain ends at the authority the runbook names."
  undo         = "Nothing to take back: this step only reads."
  reversible   = true
  instructions = "Open the sensor API host of the workspace with Test-MDISensorApiConnection, through the proxy where one is used, as LocalSystem."
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2"]
}
