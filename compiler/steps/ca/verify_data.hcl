step "ca.verify_data" {
  title        = "Verify that the events of the certification authority arrive"
  scope        = "server"
  kind         = "check"
  generations  = ["v2", "v3"]
  roles        = ["adcs"]
  who          = "Security Reader"
  privilege    = "Security data basics (read) of unified RBAC"
  runs_on      = "portal"
  risk         = "none"
  duration     = "15m"
  requires     = ["ca.restart_certsvc", "sensor.configure_resolver_dc", "v3.verify"]
  when         = ((spec.sensor.generation == "v2" || spec.sensor.generation == "standalone") && server.sensor_v2.installed != true) || (spec.sensor.generation == "v3" && server.sensor_v3.installed != true)
  why          = "An audit filter that is set and not yet read by the service looks right everywhere but in the data."
  verify       = "Advanced hunting lists the issued test certificate."
  undo         = "Revoke the test certificate."
  reversible   = true
  instructions = "Request a test certificate, then run in advanced hunting: IdentityDirectoryEvents | where Protocol == \"Adcs\"."
  portal       = { "2023-08" = "Hunting > Advanced hunting", "2026-03" = "Investigation & response > Hunting > Advanced hunting" }
  looks_at     = "data"
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services"]
}
