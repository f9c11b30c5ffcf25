step "notify.syslog" {
  title        = "Send alerts to the SIEM by syslog"
  scope        = "workspace"
  kind         = "portal"
  generations  = ["v2"]
  who          = "Security Administrator"
  privilege    = "System settings (manage) and Security settings (manage) of unified RBAC"
  runs_on      = "portal"
  risk         = "none"
  duration     = "30m"
  requires     = ["workspace.create", "sensor.verify_registered"]
  when         = spec.syslog.enabled == true
  done         = workspace.syslog.enabled == true
  effects      = { workspace = { syslog = { enabled = true } } }
  why          = "The messages leave from one v2 sensor: it must be there and stay there."
  verify       = "The test message arrives at the receiver."
  undo         = "Switch the notifications off."
  reversible   = true
  instructions = "Choose the sensor, the one receiver, port, transport and format, send the test message, confirm it, save, and choose what to report. For TLS install the certificates on that sensor first."
  portal       = { "2023-08" = "Settings > Identities > Notifications > Syslog notifications" }
  notes        = ["A server that sends syslog cannot move to v3."]
  sources      = ["https://learn.microsoft.com/defender-for-identity/notifications"]
}
