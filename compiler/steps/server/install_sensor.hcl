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
  requires     = ["sensor.stage_package", "change.open_window", "server.test_gmsa", "server.test_connectivity", "server.preflight", "workspace.request_sensor_limit", "adfs.grant_db_read", "entra_connect.grant_db_access", "standalone.configure_port_mirroring", "server.install_cumulative_update", "server.install_dotnet", "server.clear_pending_reboot", "server.disable_lso", "server.reserve_vm_memory", "server.remove_winpcap", "server.install_npcap", "server.upgrade_npcap"]
  prefers      = ["workspace.add_dsa"]
  gate         = true
  when         = (spec.sensor.generation == "v2" || spec.sensor.generation == "standalone") && server.sensor_v2.installed != true
  done         = server.sensor_v2.installed == true
  precondition = length(failed) == 0 && workspace.exists == true && server.sensor_v3.installed == false && spec.sensor.window_approved != false
  params       = { Package = "C:\\ProgramData\\mdiplan\\Azure ATP Sensor Setup.exe", ProxyUrl = spec.sensor.proxy_url == null ? "none" : spec.sensor.proxy_url, AsSystem = told(server.os_family == "ws2019" && (contains(keys(server.updates), "kb5009557") || server.event_channels["security"].access_customised == true), true) }
  secrets      = { AccessKey = "Access key of the workspace" }
  effects      = { sensor = { generation = spec.sensor.generation, service_status = "running", deployment_status = "up_to_date" }, server = { sensor_v2 = { installed = true } } }
  why          = "This is what the change is about: from here on the server is watched."
  verify       = "The service AATPSensor runs, and the portal lists the sensor."
  undo         = "Undo-Step uninstalls the sensor, and the server may restart; its entry in the portal is deleted by hand."
  reversible   = true
  notes        = ["The access key is asked for when the step runs and never stands in a document.", "Setup that ends with 3010 or 1641 asks for a restart: do it inside the window, before the service is verified.", "AsSystem is true where the rights on event logs are hardened, or where nobody read them: setup then runs as a scheduled task of LocalSystem, because it would stop at them as anybody else."]
  security     = ["key", "agent"]
  impact       = "The sensor asks endpoints for their names and reads the directory, which firewalls and scanners may report"
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/install-sensor"]

  failure "LicenseInvalid, or exit code 0x642" {
    means = "The proxy answers 401 or 403 where it should ask with 407, or it inspects the connection; only then look whether a licence is missing"
    go_to = ["network.exempt_tls_inspection", "tenant.verify_license"]
  }

  failure "failed to connect to service" {
    means = "The root certificate of the service is missing"
    go_to = ["server.install_root_cert"]
  }

  failure "0x80070643" {
    means       = "The setup could not reach the service and rolled its package back"
    go_to       = ["server.test_connectivity", "network.allow_sensor_api", "sensor.set_proxy"]
    retry_after = "server.test_connectivity"
  }

  failure "ApplyInternal failed two way SSL" {
    means = ".NET does not use TLS 1.2, or the connection is inspected on the way"
    go_to = ["server.set_tls_defaults", "network.exempt_tls_inspection"]
  }

  failure "UnauthorizedAccessException" {
    means = "KB5009557 on Windows Server 2019, or a hardened event log, keeps the administrator out: run the setup as SYSTEM from a scheduled task"
    go_to = ["server.install_sensor"]
  }

  failure "0x80090008, NTE_BAD_ALGID" {
    means = "A client for certificates does not let the sensor sign"
    go_to = ["server.suspend_cert_client"]
  }

  failure "Unexpected token '/quiet'" {
    means = "PowerShell took the name of the setup for a text; call it with the path in front"
    go_to = ["server.install_sensor"]
  }

  failure "an error on a server with teamed adapters" {
    means = "WinPcap cannot capture there"
    go_to = ["server.remove_winpcap"]
  }
}
