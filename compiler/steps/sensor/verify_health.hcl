step "sensor.verify_health" {
  title        = "Verify the health of the wave"
  scope        = "wave"
  kind         = "check"
  who          = "Security Reader"
  privilege    = "Security data basics (read) of unified RBAC"
  runs_on      = "portal"
  risk         = "none"
  duration     = "15m"
  requires     = ["sensor.verify_service", "v3.verify", "sensor.verify_first_data"]
  on_demand    = true
  why          = "A sensor can run and still miss what it was installed for."
  verify       = "No open health issue names a sensor of the wave."
  undo         = "Nothing to take back: this step only reads."
  reversible   = true
  instructions = "Open the health issues, tab Sensor, and look for the servers of this wave."
  portal       = { "2023-08" = "Settings > Identities > Health issues", "2026-03" = "Settings > Identities > Deployment > Health issues" }
  looks_at     = "health"
  evidence     = ["Export of the health issues"]
  sources      = ["https://learn.microsoft.com/defender-for-identity/health-alerts"]

  failure "Some network traffic could not be analyzed" {
    means = "Offloads of a VMware adapter, or too few cores"
    go_to = ["server.disable_lso", "capacity.remediate"]
  }

  failure "Sensor reached a memory resource limit" {
    means = "The server has too little memory"
    go_to = ["capacity.remediate"]
  }

  failure "Low success rate of active name resolution" {
    means = "Endpoints cannot be asked for their names, or reverse zones are missing"
    go_to = ["network.open_nnr"]
  }

  failure "Directory services user credentials are incorrect" {
    means = "The server cannot read the password of the account; while the password changes, the issue closes by itself"
    go_to = ["domain.create_dsa_group", "server.refresh_kerberos", "domain.grant_logon_as_service"]
  }

  failure "audit issues of the AD FS or configuration container that stay although the entries are there" {
    means = "v3 sensors report entries that were made by hand"
    go_to = ["workspace.enable_auto_auditing"]
  }

  failure "Sensor v3.x RPC Audit Misconfigured" {
    means = "The sensor is older than 3.0.8 and has no tag"
    go_to = ["server.install_cumulative_update", "v3.configure_rpc_audit"]
  }
}
