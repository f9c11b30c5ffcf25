constraint "E13" {
  title   = "An account waits for the key that its password is made from"
  because = "A password made before every controller has the key cannot be read on some of them."
  kind    = "order"
  basis   = "documented"
  gap     = "10h"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa", "https://learn.microsoft.com/windows-server/identity/ad-ds/manage/group-managed-service-accounts/group-managed-service-accounts/create-the-key-distribution-services-kds-root-key"]

  stage {
    steps = ["forest.create_kds_root_key"]
    when  = !(try(spec.back_dated_keys[subject], false) && forest.dc_count == 1) # such a key is old when it is made
  }

  stage {
    steps = ["forest.wait_kds"]
  }

  stage {
    steps = ["domain.create_gmsa", "action_account.create_gmsa"]
  }
}

constraint "E14" {
  title   = "The group is there before the account that names it"
  because = "The account is created with the group as the reader of its password."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa"]

  stage {
    steps = ["domain.create_dsa_group"]
  }

  stage {
    steps = ["domain.create_gmsa"]
  }
}

constraint "E15" {
  title   = "A server renews its ticket after the group has reached it, and is tested after that"
  because = "A ticket carries the groups of the moment it was issued, for some ten hours."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa"]

  stage {
    steps = ["domain.create_dsa_group"]
  }

  stage {
    steps = ["domain.wait_replication"]
  }

  stage {
    steps = ["server.refresh_kerberos"]
  }

  stage {
    steps = ["server.test_gmsa"]
  }
}

constraint "E16" {
  title   = "Rights are granted to an account that exists"
  because = "A right needs a principal to be given to."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa"]

  stage {
    steps = ["domain.create_gmsa"]
  }

  stage {
    steps = ["domain.grant_deleted_objects", "domain.grant_logon_as_service", "adfs.grant_db_read"]
  }
}

constraint "E17" {
  title   = "Sensors that run can use the account before the portal has it"
  because = "Every v2 sensor that finds the entry takes it; one that cannot log on with it stays down at its next start, and the workspace shows a health issue."
  kind    = "order"
  basis   = "documented"
  join    = "forest"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/directory-service-accounts"]

  stage {
    steps = ["server.test_gmsa"]
    when  = sensor.generation == "v2" && sensor.service_status == "running"
  }

  stage {
    steps = ["workspace.add_dsa"]
  }
}

constraint "E17b" {
  title   = "A server can use the account before its sensor is installed"
  because = "The first start of the sensor fails with an account that the server may not use."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa"]

  stage {
    steps = ["server.test_gmsa"]
  }

  stage {
    steps = ["server.install_sensor"]
  }
}

constraint "E17c" {
  title   = "What was written on one controller has reached the others before they are asked"
  because = "A server asks the controller next to it, not the one that was written to."
  kind    = "order"
  basis   = "practice"
  sources = ["https://learn.microsoft.com/windows-server/identity/ad-ds/get-started/replication/active-directory-replication-concepts"]

  stage {
    steps = ["domain.create_dsa_group", "domain.create_gmsa", "domain.grant_deleted_objects"]
  }

  stage {
    steps = ["domain.wait_replication"]
  }

  stage {
    steps = ["server.refresh_kerberos", "server.test_gmsa"]
  }
}

constraint "E18" {
  title   = "The account is in the portal before sensors of controllers"
  because = "They run without it, but take it only with a restart of their service and after a health issue."
  kind    = "order"
  hard    = false
  basis   = "practice"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/directory-service-accounts"]

  stage {
    steps = ["workspace.add_dsa"]
  }

  stage {
    steps = ["server.install_sensor"]
    roles = ["dc", "rodc"]
  }
}

constraint "E19" {
  title   = "The account is in the portal before sensors of role servers"
  because = "A v2 sensor on a server that is no controller cannot use the local account in its place."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services"]

  stage {
    steps = ["workspace.add_dsa"]
  }

  stage {
    steps = ["server.install_sensor"]
    roles = ["adfs", "adcs", "entra_connect"]
  }
}

constraint "E22" {
  title   = "The right to log on as a service is there before the account is used"
  because = "Where a policy defines that right, the sensor cannot use an account that is not in it."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues"]

  stage {
    steps = ["domain.grant_logon_as_service"]
  }

  stage {
    steps = ["workspace.add_dsa", "server.install_sensor"]
  }
}

constraint "E74" {
  title   = "A user account has its password before the portal is told"
  because = "The portal holds a copy of the password: a change on one side alone stops every sensor, so both belong into one window."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/directory-service-accounts"]

  stage {
    steps = ["domain.create_dsa_user"]
  }

  stage {
    steps = ["workspace.add_dsa"]
  }
}

constraint "E75" {
  title   = "A forest on its own has its whole chain of accounts before its sensors"
  because = "No credential of another forest works there, so its sensors need one of its own."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/multi-forest"]

  stage {
    steps = ["forest.create_kds_root_key", "forest.wait_kds", "domain.create_dsa_group", "domain.create_gmsa", "domain.create_dsa_user"]
  }

  stage {
    steps = ["workspace.add_dsa"]
  }

  stage {
    steps = ["server.install_sensor"]
    when  = length(try(keys(spec.dsa.accounts), [])) > 1 && alltrue([for trust in values(forest.trusts) : trust.direction != "two_way" || trust.kerberos != true])
  }
}

constraint "E76" {
  title   = "Controllers of the other forests can be asked before the sensors ask them"
  because = "Every sensor asks the controllers of every domain it knows."
  kind    = "order"
  hard    = false
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/multi-forest"]

  stage {
    steps = ["network.open_multiforest_ldap"]
  }

  stage {
    steps = ["server.install_sensor"]
  }
}

constraint "E77" {
  title   = "A group for several domains has reached the forest before their servers renew their tickets"
  because = "Membership across domains is read from the global catalog."
  kind    = "order"
  basis   = "documented"
  join    = "forest"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa"]

  stage {
    steps = ["domain.create_dsa_group"]
  }

  stage {
    steps = ["domain.wait_replication"]
  }

  stage {
    steps = ["server.refresh_kerberos"]
    when  = spec.dsa.sharing == "shared"
  }
}
