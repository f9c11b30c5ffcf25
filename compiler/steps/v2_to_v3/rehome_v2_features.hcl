step "v2_to_v3.rehome_v2_features" {
  title        = "Move syslog and VPN to a sensor that stays"
  scope        = "server"
  kind         = "portal"
  generations  = ["v3"]
  who          = "Security Administrator"
  privilege    = "System settings (manage) and Security settings (manage) of unified RBAC"
  runs_on      = "portal"
  risk         = "none"
  duration     = "1h"
  requires     = ["change.approve"]
  when         = spec.sensor.migrate == true && (spec.sensor.radius_target == true || spec.sensor.syslog_sender == true || (workspace.syslog.enabled == true && workspace.syslog.sensor == subject))
  done         = server.sensor_v3.installed == true
  why          = "v3 neither sends syslog nor takes RADIUS accounting; what hangs on this server would stop without a word."
  verify       = "A test message arrives at the SIEM from the other sensor, and VPN events go on."
  undo         = "Point both back."
  reversible   = true
  instructions = "Choose another v2 sensor for the syslog notifications and point RADIUS accounting at it. Where none stays, export through the SIEM connector and give the VPN integration up, or leave this server at v2."
  portal       = { "2023-08" = "Settings > Identities > Notifications" }
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/migrate-to-sensor-v3"]
}
