constraint "E09" {
  title   = "Sizes are measured before the first sensor"
  because = "The sizing tool is exact only where no sensor runs."
  kind    = "order"
  basis   = "documented"
  join    = "all"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/capacity-planning"]

  stage {
    steps = ["capacity.run_sizing_tool"]
  }

  stage {
    steps = ["server.install_sensor"]
  }
}

constraint "E10" {
  title   = "A server has its resources before its sensor"
  because = "A server that is called too small for its traffic stays so with a sensor on it."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/capacity-planning"]

  stage {
    steps = ["capacity.remediate"]
  }

  stage {
    steps = ["server.install_sensor"]
  }
}

constraint "E11" {
  title   = "Evidence comes before the approval, and the approval before any change"
  because = "A board approves what it can see, and nothing is touched before it has."
  kind    = "order"
  basis   = "practice"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/deploy-defender-identity"]

  stage {
    steps = ["audit.run_readiness"]
  }

  stage {
    steps = ["audit.snapshot_state"]
  }

  stage {
    steps = ["change.approve"]
  }

  stage {
    changes = true
  }
}

constraint "E12" {
  title   = "The window is open before a service or a server restarts"
  because = "A quiet installation may restart the server, and cannot be told not to."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/install-sensor"]

  stage {
    steps = ["change.open_window"]
  }

  stage {
    risks = ["service_restart", "reboot"]
  }
}

constraint "E73" {
  title   = "A wave is observed and the next one approved before its window opens"
  because = "What a wave teaches counts only when the next one waits for it."
  kind    = "order"
  basis   = "practice"
  join    = "next_wave"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/deploy-defender-identity"]

  stage {
    steps = ["wave.soak"]
  }

  stage {
    steps = ["wave.approve_next"]
  }

  stage {
    steps = ["change.open_window"]
  }
}

constraint "E81" {
  title   = "Settings are saved before a step that would have to restore them"
  because = "Nobody can take back to a value that was not written down."
  kind    = "order"
  basis   = "practice"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]

  stage {
    steps = ["audit.snapshot_state"]
  }

  stage {
    steps = ["adfs.enable_service_audits", "adfs.enable_verbose", "ca.set_audit_filter", "domain.create_power_gpo", "domain.grant_deleted_objects", "domain.grant_logon_as_service", "domain.link_audit_gpo", "domain.remove_legacy_1644", "domain.set_adfs_container_auditing", "domain.set_object_auditing", "forest.set_config_container_auditing", "server.disable_lso", "server.enable_tls12", "server.fix_eventlog_dacl", "server.set_power_plan", "server.set_tls_defaults"]
  }
}

constraint "E82" {
  title   = "Steps that stand alone have no order but that of their own requirements"
  because = "They touch nothing that another step rests on; a rule for them would be one for its own sake."
  kind    = "elsewhere"
  basis   = "practice"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/deploy-defender-identity"]
}
