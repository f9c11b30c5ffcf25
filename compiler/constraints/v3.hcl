constraint "E43" {
  title   = "A v3 sensor on a controller comes before those on role servers"
  because = "The service takes v3 role servers only with a v3 controller."
  kind    = "order"
  basis   = "documented"
  join    = "all"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/deploy-sensor-v3"]

  stage {
    steps       = ["v3.verify"]
    roles       = ["dc", "rodc"]
    generations = ["v3"]
    some        = true
  }

  stage {
    steps = ["v3.activate"]
    roles = ["adfs", "adcs", "entra_connect"]
    when  = server.roles.dc == false && server.roles.rodc == false # a controller with a role is a controller
  }
}

constraint "E53" {
  title   = "Actions run as the local system before the first v3 sensor"
  because = "With an account left in its place v3 sensors cannot act."
  kind    = "order"
  basis   = "documented"
  join    = "all"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/manage-action-accounts"]

  stage {
    steps = ["v3.set_action_account_local_system"]
  }

  stage {
    steps = ["v3.activate", "v3.onboard_standalone", "v2_to_v3.migrate"]
  }
}

constraint "E54" {
  title   = "Defender for Endpoint is on a server before its v3 sensor"
  because = "The sensor lives inside it."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/deploy-sensor-v3"]

  stage {
    steps = ["mde.onboard_server"]
  }

  stage {
    steps = ["v3.activate", "v2_to_v3.check_ready"]
  }
}

constraint "E55" {
  title   = "The package of v3 leaves a server before Defender for Endpoint comes"
  because = "Adding it to a server of the package is documented in this order only."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/activate-sensor"]

  stage {
    steps = ["v3.offboard_standalone"]
  }

  stage {
    steps = ["mde.onboard_server"]
  }

  stage {
    steps = ["v3.activate"]
  }
}

constraint "E56" {
  title   = "Where a sensor cannot be moved, v2 is gone before v3 comes"
  because = "v3 refuses a server that has v2, and the move takes controllers without other roles only."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/migrate-to-sensor-v3"]

  stage {
    steps = ["sensor.uninstall"]
  }

  stage {
    steps = ["sensor.delete_portal_entry"]
  }

  stage {
    steps = ["v3.activate"]
  }
}

constraint "E57" {
  title   = "Syslog and VPN have another sensor before theirs moves"
  because = "v3 does neither."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/migrate-to-sensor-v3"]

  stage {
    steps = ["v2_to_v3.rehome_v2_features"]
  }

  stage {
    steps = ["v2_to_v3.migrate"]
  }
}

constraint "E58" {
  title   = "A moved sensor is observed for seven days before v2 is removed"
  because = "The software of v2 is the way back."
  kind    = "order"
  basis   = "documented"
  gap     = "7d"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/migrate-to-sensor-v3"]

  stage {
    steps = ["v2_to_v3.migrate"]
  }

  stage {
    steps = ["v2_to_v3.observe"]
  }

  stage {
    steps = ["v2_to_v3.uninstall_v2"]
  }

  stage {
    steps = ["v2_to_v3.remove_npcap"]
  }
}

constraint "E59" {
  title   = "Whether a moved sensor stays is decided before the seventh day"
  because = "After it the move is final by itself."
  kind    = "elsewhere"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/migrate-to-sensor-v3"]
}

constraint "E60" {
  title   = "No v2 sensor is left when its accounts are deleted"
  because = "A v2 sensor on a role server or a standalone one does not run without them."
  kind    = "order"
  basis   = "documented"
  join    = "all"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/directory-service-accounts"]

  stage {
    steps = ["sensor.uninstall", "sensor.delete_portal_entry", "v2_to_v3.observe", "v2_to_v3.uninstall_v2"]
  }

  stage {
    steps = ["v2_to_v3.remove_workspace_dsa"]
  }
}

constraint "E61" {
  title   = "Sensors are up to date before their move is judged"
  because = "Delayed updates hold back the version that the move needs."
  kind    = "order"
  hard    = false
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/migrate-to-sensor-v3"]

  stage {
    steps = ["sensor.set_delayed_update"]
  }

  stage {
    steps = ["v2_to_v3.check_ready"]
  }
}

constraint "E62" {
  title   = "Automatic activation comes after all waves"
  because = "It activates every controller it finds, whatever its wave."
  kind    = "order"
  hard    = false
  basis   = "practice"
  join    = "all"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/activate-sensor"]

  stage {
    steps = ["v3.activate", "v3.onboard_standalone", "v2_to_v3.migrate", "v3.verify"]
  }

  stage {
    steps = ["v3.enable_auto_activation"]
  }
}

constraint "E63" {
  title   = "A v3 sensor is deleted while automatic activation is off"
  because = "It would come back."
  kind    = "order"
  basis   = "practice"
  join    = "all"
  sources = ["https://learn.microsoft.com/defender-for-identity/uninstall-sensor"]

  stage {
    steps = ["v3.delete"]
  }

  stage {
    steps = ["v3.enable_auto_activation"]
  }
}

constraint "E67" {
  title   = "The package is offboarded before its entry is deleted"
  because = "What is left on the server registers itself again."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/uninstall-sensor"]

  stage {
    steps = ["v3.offboard_standalone"]
  }

  stage {
    steps = ["v3.delete"]
  }
}
