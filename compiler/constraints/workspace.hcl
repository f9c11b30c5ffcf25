constraint "E01" {
  title   = "The licence is checked before the workspace is created"
  because = "Without a licence there is no service to create a workspace in."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2"]

  stage {
    steps = ["tenant.verify_license"]
  }

  stage {
    steps = ["workspace.create"]
  }
}

constraint "E02" {
  title   = "The role is checked before the workspace is created"
  because = "Only a Security Administrator can create it."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/role-groups"]

  stage {
    steps = ["tenant.verify_admin_role"]
  }

  stage {
    steps = ["workspace.create"]
  }
}

constraint "E03" {
  title   = "The region is accepted before the workspace is created"
  because = "The service chooses the region by itself, and nobody can change it afterwards."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/privacy-compliance"]

  stage {
    steps = ["tenant.accept_region"]
  }

  stage {
    steps = ["workspace.create"]
  }
}

constraint "E04" {
  title   = "Groups of a former workspace are gone before the new one is created"
  because = "Groups of the same names stop the creation."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues"]

  stage {
    steps = ["tenant.clear_stale_groups"]
  }

  stage {
    steps = ["workspace.create"]
  }
}

constraint "E05" {
  title   = "What needs the name of the sensor host waits for the workspace"
  because = "The host of the sensor API is named after the workspace: before it exists no ticket for the firewall can be exact."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-proxy"]

  stage {
    steps = ["workspace.create"]
  }

  stage {
    steps = ["workspace.record_details"]
  }

  stage {
    steps = ["network.allow_sensor_api", "network.exempt_tls_inspection", "server.test_connectivity"]
  }
}

constraint "E06" {
  title   = "The package is downloaded from the workspace that is there"
  because = "Package and key belong to one workspace."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/install-sensor"]

  stage {
    steps = ["workspace.create"]
  }

  stage {
    steps = ["sensor.download_package"]
  }
}

constraint "E07" {
  title   = "Roles are assigned before the model of roles is switched"
  because = "Whoever has no role in the new model loses access when it is switched on."
  kind    = "order"
  hard    = false
  basis   = "practice"
  sources = ["https://learn.microsoft.com/defender-for-identity/role-groups"]

  stage {
    steps = ["rbac.assign_roles"]
  }

  stage {
    steps = ["rbac.enable"]
  }
}

constraint "E08" {
  title   = "Scopes and tags wait for data of a domain"
  because = "Domains and entities can be chosen only when a sensor has reported them."
  kind    = "order"
  hard    = false
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/entity-tags"]

  stage {
    steps       = ["sensor.verify_first_data"]
    generations = ["v2", "v3"]
    some        = true
  }

  stage {
    steps = ["rbac.assign_scope", "tags.apply"]
  }
}

constraint "E78" {
  title   = "Room for more sensors is there before the sensors"
  because = "Beyond the limit of the workspace no sensor registers."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/technical-faq"]

  stage {
    steps = ["workspace.request_sensor_limit"]
  }

  stage {
    steps = ["server.install_sensor", "v3.activate", "v3.onboard_standalone"]
  }
}

constraint "E78b" {
  title   = "Room for more accounts is there before the accounts"
  because = "Beyond the limit of the workspace no account can be entered."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/multi-forest"]

  stage {
    steps = ["workspace.request_credential_limit"]
  }

  stage {
    steps = ["workspace.add_dsa"]
  }
}

constraint "E79" {
  title   = "A move to another cloud has its order in one step"
  because = "Nothing moves by itself: the new workspace, its account and its package come first, and the old workspace with its history goes last."
  kind    = "elsewhere"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/us-govt-gcc-high"]
}
