constraint "E20" {
  title   = "Each node of a farm has its rights in the database before its data is looked for"
  because = "The rights are not copied from node to node."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services"]

  stage {
    steps = ["adfs.grant_db_read"]
  }

  stage {
    steps = ["adfs.verify_data"]
  }
}

constraint "E21" {
  title   = "Entra Connect has its rights in the database before its data is looked for"
  because = "The sensor reads the settings there, and an upgrade may drop the rights."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services", "https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues"]

  stage {
    steps = ["entra_connect.grant_db_access"]
  }

  stage {
    steps = ["entra_connect.reapply_db_access"]
  }

  stage {
    steps = ["entra_connect.verify_data"]
  }
}

constraint "E48" {
  title   = "AD FS audits before it is verbose, and is verbose before its data is looked for"
  because = "Verbose alone writes no event that a switch for auditing holds back."
  kind    = "order"
  basis   = "practice"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]

  stage {
    steps = ["adfs.create_audit_gpo", "adfs.enable_service_audits"]
  }

  stage {
    steps = ["adfs.enable_verbose"]
  }

  stage {
    steps = ["adfs.verify_data"]
  }
}

constraint "E49" {
  title   = "Policy and filter are set before the authority restarts, and data is looked for after that"
  because = "The service reads its filter when it starts."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-windows-event-collection"]

  stage {
    steps = ["ca.create_audit_gpo", "ca.set_audit_filter"]
  }

  stage {
    steps = ["ca.restart_certsvc"]
  }

  stage {
    steps = ["ca.verify_data"]
  }
}

constraint "E50" {
  title   = "Two authorities of a hierarchy are not restarted at the same time"
  because = "While both are down nobody gets a certificate or a revocation list."
  kind    = "apart"
  basis   = "practice"
  join    = "exclusive"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services"]

  stage {
    steps = ["ca.restart_certsvc"]
    roles = ["adcs"]
  }
}

constraint "E51" {
  title   = "Two nodes of a farm are not disturbed at the same time"
  because = "The others have to carry the sign-ins."
  kind    = "apart"
  basis   = "practice"
  join    = "exclusive"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services"]

  stage {
    risks = ["service_restart", "reboot"]
    roles = ["adfs"]
  }
}

constraint "E51b" {
  title   = "The primary node of a farm comes last"
  because = "The others write through it."
  kind    = "order"
  hard    = false
  basis   = "practice"
  join    = "forest"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services"]

  stage {
    steps = ["server.install_sensor", "v3.activate"]
    roles = ["adfs"]
    when  = server.adfs.primary == false
  }

  stage {
    steps = ["server.install_sensor", "v3.activate"]
    roles = ["adfs"]
    when  = server.adfs.primary == true
  }
}

constraint "E52" {
  title   = "The staging server of Entra Connect comes before the active one"
  because = "Synchronisation goes on while the first is tried; both get a sensor."
  kind    = "order"
  hard    = false
  basis   = "practice"
  join    = "forest"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services"]

  stage {
    steps = ["server.install_sensor", "v3.activate", "entra_connect.verify_data"]
    roles = ["entra_connect"]
    when  = server.entra_connect.mode == "staging"
  }

  stage {
    steps = ["server.install_sensor", "v3.activate"]
    roles = ["entra_connect"]
    when  = server.entra_connect.mode == "active"
  }
}
