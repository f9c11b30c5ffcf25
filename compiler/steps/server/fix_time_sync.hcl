step "server.fix_time_sync" {
  title         = "Bring the clock back into the hierarchy"
  scope         = "server"
  kind          = "script"
  who           = "Administrator of the server"
  privilege     = "Local Administrators"
  runs_on       = "target"
  risk          = "service_restart"
  duration      = "5m"
  requires      = ["change.open_window"]
  outside_waves = true
  on_demand     = true
  # The clocks are compared with each other: where two lie more than five minutes apart, one is off by half of that.
  when       = abs(server.time_offset_seconds) > 150
  params     = { Service = "w32time" }
  effects    = { server = { time_offset_seconds = 0 } }
  why        = "Beyond five minutes Kerberos refuses the server."
  verify     = "w32tm /stripchart shows an offset below five minutes."
  undo       = "Undo-Step restores the source that was set before."
  reversible = true
  notes      = ["On the PDC emulator mend its external source instead."]
  impact     = "A clock that jumps disturbs Kerberos for a moment"
  sources    = ["https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2"]
}
