step "server.install_npcap" {
  title       = "Install Npcap before the sensor"
  scope       = "server"
  kind        = "script"
  generations = ["v2", "standalone"]
  who         = "Administrator of the server"
  privilege   = "Local Administrators"
  runs_on     = "target"
  risk        = "service_restart"
  duration    = "5m"
  requires    = ["sensor.stage_package", "change.open_window", "server.remove_winpcap"]
  when        = decision.npcap == "install_before" || decision.npcap == "replace_winpcap"
  done        = server.npcap.installed == true
  params      = { Installer = "C:\\ProgramData\\mdiplan\\npcap-1.00-oem.exe" }
  effects     = { server = { npcap = { installed = true, version = "1.00", loopback_support = false, winpcap_compatible = true, admin_only = false } } }
  why         = "The driver that captures has to be there with the options of the sensor before anything else binds to it."
  verify      = "The Npcap key shows LoopbackSupport 0, WinPcapCompatible 1, AdminOnly 0."
  undo        = "Undo-Step uninstalls Npcap."
  reversible  = true
  notes       = ["The installer lies in the package of the sensor; Defender for Identity needs no licence of its own for it.", "The network may pause for a moment while the driver binds."]
  impact      = "Network adapters are interrupted for a moment"
  sources     = ["https://learn.microsoft.com/defender-for-identity/technical-faq"]
}
