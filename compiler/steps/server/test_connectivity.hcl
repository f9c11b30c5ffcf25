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
  requires     = ["change.open_window", "network.allow_sensor_api", "network.exempt_tls_inspection", "network.allow_pki_urls", "network.firewall_service_tag", "network.expressroute_bgp", "network.create_proxy_alias", "server.install_root_cert", "server.set_tls_defaults", "server.enable_tls12"]
  on_demand    = true
  why          = "A firewall rule that was promised is not one that works."
  verify       = "The address of the sensor API answers with its version (503 from an older workspace is an answer too), and the certificate chain ends at the authority the runbook names."
  undo         = "Nothing to take back: this step only reads."
  reversible   = true
  instructions = "Open the sensor API host of the workspace with Test-MDISensorApiConnection, through the proxy where one is used, as LocalSystem."
  looks_at     = "before"
  evidence     = ["Output of the connectivity test"]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2"]

  failure "an error about the certificate" {
    means = "The root certificate is missing, or the connection is inspected"
    go_to = ["server.install_root_cert", "network.exempt_tls_inspection"]
  }

  failure "a time-out, 401, 403 or 407" {
    means = "The way to the service is closed or the proxy refuses it; 503 is an old workspace and counts as success"
    go_to = ["network.allow_sensor_api", "sensor.set_proxy"]
  }
}
