step "entra_connect.verify_data" {
  title        = "Verify the sensor on Entra Connect"
  scope        = "server"
  kind         = "check"
  generations  = ["v2", "v3"]
  roles        = ["entra_connect"]
  who          = "Security Reader"
  privilege    = "Security data basics (read) of unified RBAC"
  runs_on      = "portal"
  risk         = "none"
  duration     = "15m"
  requires     = ["sensor.verify_registered", "v3.verify", "entra_connect.grant_db_access"]
  when         = ((spec.sensor.generation == "v2" || spec.sensor.generation == "standalone") && server.sensor_v2.installed != true) || (spec.sensor.generation == "v3" && server.sensor_v3.installed != true)
  why          = "A sensor that cannot ask the synchronisation service watches a server whose purpose it does not know."
  verify       = "The sensor has type \"Entra Connect sensor\", runs, and no health issue names it."
  undo         = "Nothing to take back: this step only reads."
  reversible   = true
  instructions = "Check that the service ADSync runs and that event 4624 appears in the Security log, then look at type, state and health issues of the sensor in the portal. No query for its data is published."
  portal       = { "2023-08" = "Settings > Identities > Sensors", "2026-03" = "Settings > Identities > On-premises > Sensors", "2026-09" = "Settings > Identities > On-premises > Sensor management" }
  looks_at     = "data"
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services"]

  failure "EXECUTE permission was denied on mms_get_globalsettings or mms_get_connectors" {
    means = "An upgrade of Entra Connect has dropped the rights"
    go_to = ["entra_connect.reapply_db_access"]
  }
}
