step "server.install_dotnet" {
  title        = "Install .NET Framework 4.7 or later"
  scope        = "server"
  kind         = "manual"
  generations  = ["v2", "standalone"]
  who          = "Administrator of the server"
  privilege    = "Local Administrators"
  runs_on      = "target"
  risk         = "reboot"
  duration     = "30m"
  requires     = ["change.open_window"]
  effects      = { server = { dotnet_release = 528040, reboot_pending = true } }
  why          = "Otherwise the setup installs it itself, and may restart the controller when it likes."
  verify       = "The registry value Release is 460798 or more."
  undo         = "Uninstall the update, where it can be removed; the server may restart again."
  reversible   = true
  instructions = "Install .NET Framework 4.8 from its offline package, as a deployment of its own that the sensor depends on: /q /norestart. The restart is the next step."
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2"]
}
