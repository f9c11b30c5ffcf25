step "v2_to_v3.migrate" {
  title        = "Move the sensor to v3"
  scope        = "server"
  kind         = "portal"
  generations  = ["v3"]
  who          = "Security Administrator"
  privilege    = "System settings (manage) and Security settings (manage) of unified RBAC"
  runs_on      = "portal"
  risk         = "none"
  duration     = "20m"
  requires     = ["change.open_window", "v2_to_v3.check_ready", "v2_to_v3.rehome_v2_features", "v3.set_action_account_local_system", "network.exempt_tls_inspection", "server.install_cumulative_update", "server.enable_tls12"]
  prefers      = ["v3.disable_auto_activation"]
  gate         = true
  when         = spec.sensor.migrate == true && server.sensor_v3.installed != true
  done         = server.sensor_v3.installed == true
  precondition = server.sensor_v2.installed == true && server.mde.onboarded == true && sensor.migration_state == "ready" && spec.action_account.mode != "gmsa"
  params       = { Attempts = spec.migration_attempts }
  effects      = { sensor = { generation = "v3", migration_state = "up_to_date", service_status = "running", deployment_status = "up_to_date", migrated_at = run.now }, server = { sensor_v3 = { installed = true } } }
  why          = "The sensor changes its generation in place: v2 runs until v3 is ready, and no server restarts."
  verify       = "The migration state is \"Up to date\" within twenty minutes; after two hours the service goes back to v2 by itself."
  undo         = "Roll back in the portal within seven days (v2_to_v3.rollback)."
  reversible   = true
  instructions = "Select the server and choose Migrate. Where two hours later the state is Ready again, the service has gone back to v2 by itself: read the hint of the column, see to what it names (network, TLS 1.2, a policy that blocks new services, a name that differs, a Sense that hangs) with v2_to_v3.check_ready, and try again in a quiet hour, {Attempts} times at most in all. After that the server stays at v2, and the change closes without it."
  portal       = { "2026-03" = "Settings > Identities > On-premises > Sensors > Migrate", "2026-09" = "Settings > Identities > On-premises > Sensor management > Migrate" }
  security     = ["agent"]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/migrate-to-sensor-v3"]

  failure "Migration failed, or no end after two hours" {
    means       = "The way to the service, TLS 1.2, a policy that blocks new services, another name in Defender for Endpoint, or a Sense that hangs; the service goes back to v2 by itself"
    go_to       = ["v2_to_v3.check_ready"]
    retry_after = "v2_to_v3.check_ready"
  }
}
