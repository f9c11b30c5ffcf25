step "server.install_sensor" {
  title        = "Install the classic sensor"
  scope        = "server"
  kind         = "script"
  generations  = ["v2", "standalone"]
  who          = "Administrator of the server"
  privilege    = "Local Administrators"
  runs_on      = "target"
  risk         = "reboot"
  duration     = "20m"
  requires     = ["sensor.stage_package", "change.open_window", "server.test_gmsa", "server.test_connectivity", "server.preflight", "standalone.configure_port_mirroring", "server.install_cumulative_update", "server.install_dotnet", "server.clear_pending_reboot", "server.disable_lso", "server.reserve_vm_memory", "server.remove_winpcap", "server.install_npcap", "server.upgrade_npcap"]
  prefers      = ["workspace.add_dsa"]
  gate         = true
  when         = (spec.sensor.generation == "v2" || spec.sensor.generation == "standalone") && server.sensor_v2.installed != true
  done         = server.sensor_v2.installed == true
  precondition = workspace.exists == true && server.sensor_v3.installed == false && spec.sensor.window_approved != false
  params       = { Package = "C:\\ProgramData\\mdiplan\\Azure ATP Sensor Setup.exe", ProxyUrl = spec.sensor.proxy_url == null ? "none" : spec.sensor.proxy_url, AsSystem = told(server.os_family == "ws2019" && (contains(keys(server.updates), "kb5009557") || server.event_channels["security"].access_customised == true), true) }
  secrets      = { AccessKey = "Access key of the workspace" }
  effects      = { sensor = { generation = spec.sensor.generation, service_status = "running", deployment_status = "up_to_date" }, server = { sensor_v2 = { installed = true } } }
  why          = "This is what the change is about: from here on the server is watched."
  verify       = "The service AATPSensor runs, and the portal lists the sensor."
  undo         = "Undo-Step uninstalls the sensor; its entry in the portal is deleted by hand."
  reversible   = true
  notes        = ["The access key is asked for when the step runs and never stands in a document.", "Setup that ends with 3010 or 1641 asks for a restart: do it inside the window, before the service is verified.", "AsSystem is true where the rights on event logs are hardened, or where nobody read them: setup then runs as a scheduled task of LocalSystem, because it would stop at them as anybody else."]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/install-sensor"]
}
