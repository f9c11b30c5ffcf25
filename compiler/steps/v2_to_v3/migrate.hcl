step "v2_to_v3.migrate" {
  title        = "Move the sensor to v3"
  scope        = "server"
  kind         = "portal"
  generations  = ["v3"]
  who          = "Security Administrator"
  runs_on      = "portal"
  risk         = "none"
  duration     = "20m"
  requires     = ["v3.set_action_account_local_system", "change.open_window", "v2_to_v3.check_ready", "v2_to_v3.rehome_v2_features", "v3.set_action_account_local_system"]
  gate         = true
  when         = spec.sensor.migrate == true && server.sensor_v3.installed != true
  done         = server.sensor_v3.installed == true
  precondition = server.sensor_v2.installed == true && server.mde.onboarded == true && sensor.migration_state == "ready"
  effects      = { sensor = { generation = "v3", migration_state = "up_to_date", service_status = "running", deployment_status = "up_to_date", migrated_at = run.now }, server = { sensor_v3 = { installed = true } } }
  why          = "The sensor changes its generation in place: v2 runs until v3 is ready, and no server restarts."
  verify       = "The migration state is \"Up to date\" within twenty minutes; after two hours the service goes back to v2 by itself."
  undo         = "Roll back in the portal within seven days (v2_to_v3.rollback)."
  reversible   = true
  instructions = "Select the server and choose Migrate."
  portal       = { "2023-08" = "Settings > Identities > Sensors", "2026-03" = "Settings > Identities > On-premises > Sensors", "2026-09" = "Settings > Identities > On-premises > Sensor management" }
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/migrate-to-sensor-v3"]
}
