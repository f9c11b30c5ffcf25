step "v3.activate" {
  title        = "Activate the v3 sensor"
  scope        = "server"
  kind         = "portal"
  generations  = ["v3"]
  who          = "Security Administrator"
  privilege    = "System settings (manage) and Security settings (manage) of unified RBAC"
  runs_on      = "portal"
  risk         = "none"
  duration     = "10m"
  requires     = ["workspace.create", "sensor.delete_portal_entry", "change.open_window", "mde.onboard_server", "v3.set_proxy", "v3.set_action_account_local_system", "network.exempt_tls_inspection", "server.install_cumulative_update", "server.reserve_vm_memory", "server.preflight"]
  prefers      = ["v3.disable_auto_activation"]
  after_first  = { step = "v3.verify", roles = ["dc", "rodc"] }
  gate         = true
  when         = spec.sensor.generation == "v3" && server.sensor_v3.installed != true && spec.sensor.migrate != true
  done         = server.sensor_v3.installed == true
  precondition = workspace.exists == true && server.sensor_v2.installed == false && server.mde.onboarded == true && spec.action_account.mode != "gmsa"
  effects      = { sensor = { generation = "v3", service_status = "running", deployment_status = "up_to_date" }, server = { sensor_v3 = { installed = true } } }
  why          = "This is what the change is about: from here on the server is watched. No installation and no restart."
  verify       = "The sensor list shows the server as Running within an hour, later ones within five minutes."
  undo         = "Deactivate the sensor in the same list."
  reversible   = true
  instructions = "Select the server and choose Activate."
  portal       = { "2023-08" = "Settings > Identities > Activation", "2026-03" = "Settings > Identities > On-premises > Onboarding", "2026-09" = "Settings > Identities > On-premises > Sensor management > Activate" }
  security     = ["agent"]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/activate-sensor"]
}
