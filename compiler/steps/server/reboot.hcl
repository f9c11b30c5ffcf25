step "server.reboot" {
  title        = "Restart the server when the setup asked for it"
  scope        = "server"
  kind         = "script"
  generations  = ["v2", "standalone"]
  who          = "Administrator of the server"
  privilege    = "Local Administrators"
  runs_on      = "admin_workstation"
  risk         = "reboot"
  duration     = "15m"
  requires     = ["server.install_sensor"]
  on_demand    = true
  when         = decision.restart == "possible" || (server.sensor_v2.installed == true && server.reboot_pending == true)
  precondition = spec.sensor.window_approved != false
  params       = { Server = subject }
  effects      = { server = { reboot_pending = false } }
  why          = "A setup that ends with 3010 or 1641 has finished only after a restart."
  verify       = "The server advertises itself as a controller again, and the sensor service runs."
  undo         = "Nothing to take back: a restart cannot be undone."
  reversible   = false
  notes        = ["Nothing is done where no restart is outstanding; where none is expected the plan has no such step. Before the restart see that another controller of the site answers."]
  looks_at     = "regression"
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/install-sensor"]
}
