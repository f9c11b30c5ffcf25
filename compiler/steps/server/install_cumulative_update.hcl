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
  done         = server.lcu_month == substr(run.now, 0, 7)
  effects      = { server = merge({ lcu_month = substr(run.now, 0, 7), reboot_pending = false }, { for name, value in { ntdsai_version = "10.0.17763.316" } : name => value if server.os_family == "ws2019" }) }
  why          = "Older builds stop the classic sensor by themselves, or do not carry the v3 sensor yet."
  verify       = "The server has restarted, and winver shows a build of this month; on Windows Server 2019 the file version of ntdsai.dll is 10.0.17763.316 or later."
  undo         = "wusa /uninstall, where the update can be removed; the server restarts again."
  reversible   = true
  instructions = "Install the newest cumulative update with the usual tool and restart. Never stop at that of March 2024: it leaks memory on controllers."
  restarts     = true
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/deploy-sensor-v3"]
}
