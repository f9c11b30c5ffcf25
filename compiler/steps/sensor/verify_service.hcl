step "sensor.verify_service" {
  title        = "Verify that the sensor service runs"
  scope        = "server"
  kind         = "check"
  generations  = ["v2", "standalone"]
  who          = "Directory operations"
  privilege    = "Local Administrators"
  runs_on      = "target"
  risk         = "none"
  duration     = "10m"
  requires     = ["server.install_sensor", "server.reboot"]
  on_demand    = true
  when         = (spec.sensor.generation == "v2" || spec.sensor.generation == "standalone") && server.sensor_v2.installed != true
  why          = "A sensor that starts and stops again has a reason that its log names."
  verify       = "AATPSensor and AATPSensorUpdater run for ten minutes without a restart."
  undo         = "Nothing to take back: this step only reads."
  reversible   = true
  instructions = "On the server: Get-Service AATPSensor, AATPSensorUpdater. Where one does not run, read Microsoft.Tri.sensor-Errors.log. See also that the server has not restarted without need, and on a controller that it advertises itself and replicates: dcdiag /test:advertising /test:replications."
  looks_at     = "regression"
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/test-sensor"]

  failure "the service stays at Starting; Failed to communicate with configured domain controllers" {
    means = "NT SERVICE\\ALL SERVICES may not log on as a service"
    go_to = ["domain.grant_logon_as_service"]
  }

  failure "failed to retrieve the password of the managed account, AccessDenied" {
    means = "The server is not among the readers of the password, its Kerberos ticket is older than its membership, or the account may not log on as a service"
    go_to = ["domain.create_dsa_group", "server.refresh_kerberos", "domain.grant_logon_as_service"]
  }

  failure "access to the registry key 'Global' is denied" {
    means = "The account of the sensor cannot read performance counters"
    go_to = ["server.add_perf_log_users"]
  }

  failure "SocketException at localhost" {
    means = "A firewall blocks the server from itself"
    go_to = ["network.open_localhost_444"]
  }
}
