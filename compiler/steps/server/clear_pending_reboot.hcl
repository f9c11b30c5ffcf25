step "server.clear_pending_reboot" {
  title        = "Restart the server before the installation"
  scope        = "server"
  kind         = "script"
  generations  = ["v2", "standalone"]
  who          = "Administrator of the server"
  privilege    = "Local Administrators"
  runs_on      = "admin_workstation"
  risk         = "reboot"
  duration     = "15m"
  requires     = ["change.open_window", "server.install_dotnet"]
  precondition = spec.sensor.window_approved != false
  params       = { Server = subject }
  effects      = { server = { reboot_pending = false } }
  why          = "A restart that is outstanding turns the silent installation into a restart of the controller."
  verify       = "The keys RebootPending and RebootRequired are gone."
  undo         = "Nothing to take back: a restart cannot be undone."
  reversible   = false
  notes        = ["Before the restart see that another controller of the site answers."]
  restarts     = true
  looks_at     = "regression"
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/install-sensor"]
}
