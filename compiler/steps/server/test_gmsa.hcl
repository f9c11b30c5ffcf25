step "server.test_gmsa" {
  title         = "Test that the server can use the account"
  scope         = "server"
  kind          = "check"
  generations   = ["v2", "standalone"]
  who           = "Administrator of the server"
  privilege     = "Local Administrators, with the Active Directory module of RSAT"
  runs_on       = "target"
  risk          = "none"
  duration      = "5m"
  requires      = ["domain.create_gmsa", "domain.grant_logon_as_service", "domain.wait_replication", "server.refresh_kerberos"]
  prefers       = ["server.fix_time_sync"]
  on_demand     = true
  outside_waves = sensor.generation == "v2" && sensor.service_status == "running"
  when          = spec.dsa.kind == "gmsa"
  why           = "An account that cannot log on keeps a sensor from running at its next start."
  verify        = "Test-ADServiceAccount answers True."
  undo          = "Nothing to take back: this step only reads."
  reversible    = true
  instructions  = "On the server, as administrator: Test-ADServiceAccount -Identity <account>. Answer False: check the group, renew the ticket, and test again. Then collect the facts of the server again."
  looks_at      = "before"
  sources       = ["https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa"]

  failure "False, or AccessDenied" {
    means = "The server is not among the readers of the password, or its Kerberos ticket is older than its membership"
    go_to = ["domain.create_dsa_group", "server.refresh_kerberos"]
  }
}
