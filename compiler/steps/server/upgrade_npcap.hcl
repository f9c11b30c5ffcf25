step "server.upgrade_npcap" {
  title        = "Install Npcap with the options of the sensor"
  scope        = "server"
  kind         = "manual"
  generations  = ["v2", "standalone"]
  who          = "Administrator of the server"
  privilege    = "Local Administrators"
  runs_on      = "target"
  risk         = "service_restart"
  duration     = "5m"
  requires     = ["change.open_window"]
  effects      = { server = { npcap = { installed = true, version = "1.00", loopback_support = false, winpcap_compatible = true, admin_only = false } } }
  why          = "An older Npcap, or one with other options, cannot be used by the sensor."
  verify       = "The Npcap key shows version 1.0 or later, LoopbackSupport 0, WinPcapCompatible 1, AdminOnly 0."
  undo         = "Install the former version again."
  reversible   = true
  instructions = "Uninstall Npcap and install the OEM version from the sensor package: /loopback_support=no /winpcap_mode=yes /admin_only=no."
  impact       = "Network adapters are interrupted for a moment"
  sources      = ["https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues"]
}
