constraint "E38" {
  title   = "A sensor is downloaded, staged, installed, restarted, seen running, registered, configured and heard of, in that order"
  because = "Each of these rests on the one before."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/install-sensor", "https://learn.microsoft.com/defender-for-identity/deploy/configure-sensor-settings"]

  stage {
    steps = ["sensor.download_package"]
  }

  stage {
    steps = ["sensor.stage_package"]
  }

  stage {
    steps = ["server.install_sensor"]
  }

  stage {
    steps = ["server.reboot"]
  }

  stage {
    steps = ["sensor.verify_service"]
  }

  stage {
    steps = ["sensor.verify_registered"]
  }

  stage {
    steps = ["sensor.configure"]
  }

  stage {
    steps = ["sensor.verify_first_data"]
  }

  stage {
    steps = ["sensor.verify_health"]
  }
}

constraint "E39" {
  title   = "Data is looked for a quarter of an hour after the sensor"
  because = "The service needs that long to prepare itself for a first sensor."
  kind    = "order"
  basis   = "documented"
  gap     = "15m"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-sensor-settings"]

  stage {
    steps = ["server.install_sensor", "v3.activate", "v3.onboard_standalone"]
  }

  stage {
    steps = ["workspace.wait_initial_sync"]
  }

  stage {
    steps = ["sensor.verify_first_data", "sensor.verify_dns_recon", "adfs.verify_data", "ca.verify_data", "entra_connect.verify_data"]
  }
}

constraint "E40" {
  title   = "The key is changed after all installations of the wave"
  because = "The old key is dead at once, and an installation that still uses it fails."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/install-sensor"]

  stage {
    steps = ["server.install_sensor", "v3.onboard_standalone"]
  }

  stage {
    steps = ["sensor.rotate_access_key"]
  }
}

constraint "E41" {
  title   = "A role server gets its controller before its sensor counts as running"
  because = "Until then it is not configured, and resolves nobody."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services"]

  stage {
    steps = ["server.install_sensor"]
    roles = ["adfs", "adcs", "entra_connect"]
  }

  stage {
    steps = ["sensor.configure_resolver_dc"]
  }

  stage {
    steps = ["sensor.verify_first_data", "sensor.verify_dns_recon", "adfs.verify_data", "ca.verify_data", "entra_connect.verify_data", "sensor.verify_health"]
  }
}

constraint "E42" {
  title   = "A controller of the domain runs its sensor before a role server gets one"
  because = "The first proves account and network, and the second asks it for names."
  kind    = "order"
  hard    = false
  basis   = "practice"
  join    = "domain"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services"]

  stage {
    steps       = ["sensor.verify_service"]
    roles       = ["dc", "rodc"]
    generations = ["v2"]
    some        = true
  }

  stage {
    steps = ["server.install_sensor"]
    roles = ["adfs", "adcs", "entra_connect"]
  }
}

constraint "E66" {
  title   = "A sensor leaves before its server does"
  because = "A server that is demoted or renamed under its sensor leaves an entry that nobody can use."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/uninstall-sensor"]

  stage {
    steps = ["sensor.uninstall", "sensor.delete_portal_entry", "v3.offboard_standalone", "v3.delete"]
  }

  stage {
    steps = ["dc.decommission"]
  }
}

constraint "E72" {
  title   = "A standalone sensor has its adapters and its mirror before it is installed, and its events after it is configured"
  because = "Controllers take a new reader of their logs only with a restart, so that comes last."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-standalone", "https://learn.microsoft.com/defender-for-identity/deploy/configure-event-forwarding"]

  stage {
    steps = ["standalone.prepare_nics"]
  }

  stage {
    steps = ["standalone.configure_port_mirroring"]
  }

  stage {
    steps       = ["server.install_sensor"]
    generations = ["standalone"]
  }

  stage {
    steps       = ["sensor.configure"]
    generations = ["standalone"]
  }

  stage {
    steps = ["standalone.configure_wef"]
  }
}
