step "sensor.verify_dns_recon" {
  title        = "Raise a DNS reconnaissance event"
  scope        = "server"
  kind         = "manual"
  generations  = ["v2"]
  roles        = ["dc", "rodc"]
  who          = "Tester on a member workstation"
  privilege    = "User of a member workstation"
  runs_on      = "person"
  risk         = "none"
  duration     = "15m"
  requires     = ["sensor.verify_first_data", "thresholds.test_mode"]
  when         = spec.test_mode_ends_on != null && (spec.sensor.generation == "v2" || spec.sensor.generation == "standalone") && server.sensor_v2.installed != true
  why          = "It shows that traffic is captured, not only that events are read."
  verify       = "The timeline of the workstation shows MdiDnsQuery."
  undo         = "Nothing to take back: the zone transfer is refused, which is fine."
  reversible   = true
  instructions = "On a workstation: nslookup, then server with the name of this controller, then ls -d with the name of its domain. Tell the operations centre first."
  looks_at     = "data"
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-sensor-settings"]
}
