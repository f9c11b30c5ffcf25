constraint "E26" {
  title   = ".NET comes on its own, then the restart, then the sensor"
  because = "Otherwise setup installs it and restarts the server by itself."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/install-sensor"]

  stage {
    steps = ["server.install_dotnet"]
  }

  stage {
    steps = ["server.clear_pending_reboot"]
  }

  stage {
    steps = ["server.install_sensor"]
  }
}

constraint "E27" {
  title   = "No restart is pending when the sensor is installed"
  because = "A pending restart makes one of the quiet installation."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/install-sensor"]

  stage {
    steps = ["server.clear_pending_reboot"]
  }

  stage {
    steps = ["server.install_sensor"]
  }
}

constraint "E28" {
  title   = "WinPcap is gone before Npcap and the sensor"
  because = "It is not supported, and with teamed adapters it stops the sensor."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/technical-faq"]

  stage {
    steps = ["server.remove_winpcap"]
  }

  stage {
    steps = ["server.install_npcap", "server.install_sensor"]
  }
}

constraint "E29" {
  title   = "An old sensor goes before the driver that it brought"
  because = "The driver is in use as long as the sensor runs."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/technical-faq"]

  stage {
    steps = ["sensor.uninstall"]
  }

  stage {
    steps = ["server.remove_winpcap"]
  }
}

constraint "E30" {
  title   = "The certificate client is away while the sensor is installed"
  because = "It refuses the certificate that setup makes."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues"]

  stage {
    steps = ["server.suspend_cert_client"]
  }

  stage {
    steps = ["server.install_sensor"]
  }
}

constraint "E31" {
  title   = "A server is as it has to be before its sensor"
  because = "These are prerequisites: without them the sensor does not start, or sees less than it should."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2"]

  stage {
    steps = ["server.disable_lso", "server.reserve_vm_memory", "server.fix_time_sync", "server.install_cumulative_update"]
  }

  stage {
    steps = ["server.install_sensor", "v3.activate", "v3.onboard_standalone", "v2_to_v3.migrate"]
  }
}
