step "server.reboot" {
  title       = "Restart the server when the setup asked for it"
  scope       = "server"
  kind        = "script"
  generations = ["v2", "standalone"]
  who         = "Administrator of the server"
  privilege   = "Local Administrators"
  runs_on     = "admin_workstation"
  risk        = "reboot"
  duration    = "15m"
  requires    = ["server.install_sensor"]
  on_demand   = true
  params      = { Server = subject }
  effects     = { server = { reboot_pending = false } }
  why         = "A setup that ends with 3010 or 1641 has finished only after a restart."
  verify      = "The server advertises itself as a controller again, and the sensor service runs."
  undo        = "Nothing to take back: a restart cannot be undone."
  reversible  = false
  notes       = ["Nothing is done where no restart is outstanding. Before the restart see that another controller of the site answers."]
  looks_at    = "regression"
  sources     = ["https://learn.microsoft.com/defender-for-identity/deploy/install-sensor"]
}
