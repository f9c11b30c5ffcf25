step "v2_to_v3.remove_npcap" {
  title       = "Uninstall Npcap"
  scope       = "server"
  kind        = "script"
  generations = ["v3"]
  who         = "Administrator of the server"
  privilege   = "Local Administrators"
  runs_on     = "target"
  risk        = "service_restart"
  duration    = "5m"
  requires    = ["v2_to_v3.uninstall_v2"]
  when        = spec.sensor.migrate == true && server.npcap.installed == true
  params      = { Uninstaller = "C:\\Program Files\\Npcap\\Uninstall.exe" }
  effects     = { server = { npcap = { installed = false } } }
  why         = "v3 captures without Npcap; a driver that nobody uses is a driver that nobody updates."
  verify      = "Npcap is gone from the installed programs."
  undo        = "Install Npcap again."
  reversible  = false
  notes       = ["Leave it where Wireshark or another program uses it: it does no harm to v3."]
  impact      = "Network adapters are interrupted for a moment"
  sources     = ["https://learn.microsoft.com/defender-for-identity/deploy/migrate-to-sensor-v3"]
}
