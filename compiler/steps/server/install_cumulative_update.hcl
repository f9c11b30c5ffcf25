step "server.install_cumulative_update" {
  title        = "Install the newest cumulative update"
  scope        = "server"
  kind         = "manual"
  who          = "Patch management"
  privilege    = "Local Administrators"
  runs_on      = "target"
  risk         = "reboot"
  duration     = "90m"
  requires     = ["change.open_window"]
  why          = "Older builds stop the classic sensor by themselves, or do not carry the v3 sensor yet."
  verify       = "winver shows a build of the month asked for."
  undo         = "wusa /uninstall, where the update can be removed; the server restarts again."
  reversible   = true
  instructions = "Install the newest cumulative update with the usual tool and restart. Then collect the facts of the server again and plan again."
  restarts     = true
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/deploy-sensor-v3"]
}
