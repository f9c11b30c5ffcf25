constraint "E44" {
  title   = "Policies are made, then linked, then looked for on the controllers"
  because = "A link takes effect on all controllers at once, and only a linked policy can be looked for."
  kind    = "order"
  basis   = "tool"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]

  stage {
    steps = ["domain.create_audit_gpo", "domain.create_ntlm_gpo"]
  }

  stage {
    steps = ["domain.link_audit_gpo"]
  }

  stage {
    steps = ["server.verify_audit_policy"]
  }
}

constraint "E45" {
  title   = "A domain is audited before its sensors"
  because = "It may come at any time; done first, it saves a health issue a day and misses nothing."
  kind    = "order"
  hard    = false
  basis   = "practice"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]

  stage {
    steps = ["domain.link_audit_gpo", "domain.set_object_auditing", "domain.set_adfs_container_auditing", "forest.set_config_container_auditing"]
  }

  stage {
    steps = ["server.install_sensor", "v3.activate"]
  }
}

constraint "E46" {
  title   = "The configuration container is set once in a forest"
  because = "Every domain of the forest shares it."
  kind    = "once"
  basis   = "documented"
  join    = "forest"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]

  stage {
    steps = ["forest.set_config_container_auditing"]
  }
}

constraint "E47" {
  title   = "Audit entries are written in one domain at a time"
  because = "Each change of an access list is carried to every object below, and through replication."
  kind    = "apart"
  hard    = false
  basis   = "tool"
  join    = "all"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]

  stage {
    steps = ["domain.set_object_auditing", "domain.set_adfs_container_auditing", "forest.set_config_container_auditing"]
  }
}

constraint "E64" {
  title   = "Automatic auditing waits for a sensor that carries it out"
  because = "The switch acts through v3 sensors, once a day."
  kind    = "order"
  hard    = false
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]

  stage {
    steps       = ["v3.verify"]
    generations = ["v3"]
    some        = true
  }

  stage {
    steps = ["workspace.enable_auto_auditing"]
  }

  stage {
    steps = ["wait.auto_audit_cycle"]
  }
}

constraint "E65" {
  title   = "Policies are in line before anyone relies on automatic auditing"
  because = "A policy object that says otherwise overwrites what the sensor has set."
  kind    = "order"
  basis   = "documented"
  join    = "all"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]

  stage {
    steps = ["domain.create_audit_gpo", "domain.create_ntlm_gpo", "domain.link_audit_gpo", "adfs.create_audit_gpo", "ca.create_audit_gpo", "entra_connect.create_audit_gpo"]
  }

  stage {
    steps = ["wait.auto_audit_cycle"]
  }
}
