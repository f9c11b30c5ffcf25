step "network.open_localhost_444" {
  title        = "Let sensor and updater talk on the server itself"
  scope        = "server"
  kind         = "network"
  generations  = ["v2", "standalone"]
  who          = "Owner of the host firewall"
  privilege    = "Local Administrators"
  runs_on      = "target"
  risk         = "none"
  duration     = "15m"
  requires     = ["change.approve"]
  why          = "The updater asks the sensor over the loopback address; a host firewall that filters it too keeps the sensor from starting."
  verify       = "The log of the sensor holds no SocketException."
  undo         = "Remove the rule."
  reversible   = true
  instructions = "Permit TCP 444 on the loopback address between Microsoft.Tri.Sensor.exe and Microsoft.Tri.Sensor.Updater.exe."
  notes        = ["The table of ports says 444, the page of known issues 443; the sensor listens on 444."]
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2", "https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues"]
}
