constraint "E32" {
  title   = "The gateway of ATA leaves a server before the sensor comes"
  because = "Both cannot be on one server."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/migrate-from-ata-overview"]

  stage {
    steps = ["ata.uninstall_lightweight_gateway"]
  }

  stage {
    steps = ["server.install_sensor", "v3.activate"]
  }
}

constraint "E33" {
  title   = "The workspace is there before the first gateway goes"
  because = "The time without either is to be as short as it can be."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/migrate-from-ata-overview"]

  stage {
    steps = ["workspace.create"]
  }

  stage {
    steps = ["ata.uninstall_lightweight_gateway"]
  }
}

constraint "E34" {
  title   = "Every gateway is gone before the centre"
  because = "Gateways without their centre protect nobody."
  kind    = "order"
  basis   = "documented"
  join    = "all"
  sources = ["https://learn.microsoft.com/defender-for-identity/migrate-from-ata-overview"]

  stage {
    steps = ["ata.uninstall_lightweight_gateway", "ata.uninstall_full_gateway"]
  }

  stage {
    steps = ["ata.decommission_center"]
  }
}

constraint "E35" {
  title   = "Alerts are closed and the database is saved before the centre goes"
  because = "None of its data moves."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/migrate-from-ata-overview"]

  stage {
    steps = ["ata.close_alerts", "ata.backup_db"]
  }

  stage {
    steps = ["ata.decommission_center"]
  }
}

constraint "E36" {
  title   = "The settings of ATA are written down before anything of it is removed"
  because = "They are entered again by hand, and later nobody can read them."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/migrate-from-ata-overview"]

  stage {
    steps = ["ata.inventory"]
  }

  stage {
    steps = ["ata.uninstall_lightweight_gateway", "ata.uninstall_full_gateway"]
  }
}

constraint "E37" {
  title   = "After ATA the first synchronisation takes two hours before anything is validated"
  because = "What is missing before that is only late."
  kind    = "order"
  basis   = "documented"
  gap     = "2h"
  when    = ata.center_present == true
  sources = ["https://learn.microsoft.com/defender-for-identity/migrate-from-ata-overview"]

  stage {
    steps = ["server.install_sensor", "v3.activate"]
  }

  stage {
    steps = ["workspace.wait_initial_sync"]
  }

  stage {
    steps = ["sensor.verify_first_data", "sensor.verify_dns_recon", "adfs.verify_data", "ca.verify_data", "entra_connect.verify_data", "ata.decommission_center"]
  }
}
