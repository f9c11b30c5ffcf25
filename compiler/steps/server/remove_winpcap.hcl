step "server.remove_winpcap" {
  title        = "Remove WinPcap"
  scope        = "server"
  kind         = "manual"
  generations  = ["v2", "standalone"]
  who          = "Administrator of the server"
  privilege    = "Local Administrators"
  runs_on      = "target"
  risk         = "service_restart"
  duration     = "5m"
  requires     = ["change.open_window"]
  effects      = { server = { winpcap_installed = false } }
  why          = "It is no longer maintained, and with teamed adapters it stops the sensor."
  verify       = "Programs and Features no longer lists WinPcap."
  undo         = "Install WinPcap again from its own package."
  reversible   = true
  instructions = "Where another program brought it, get the consent of whoever owns that program first, and write it into the change record: its captures stop. Where an old sensor brought it, uninstall that sensor first. Then uninstall WinPcap from Programs and Features."
  impact       = "Network adapters are interrupted for a moment"
  sources      = ["https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues"]
}
