step "server.fix_eventlog_dacl" {
  title       = "Let the sensor read the Security log"
  scope       = "server"
  kind        = "script"
  generations = ["v2", "standalone"]
  who         = "Administrator of the server"
  privilege   = "Local Administrators"
  runs_on     = "target"
  risk        = "none"
  duration    = "5m"
  requires    = ["change.open_window", "audit.snapshot_state"]
  params      = { Entry = "(A;;0x1;;;S-1-5-80-818380073-2995186456-1411405591-3990468014-3617507088)" }
  effects     = { server = { event_channels = { security = { access = { "A;;0x00000001;;;S-1-5-80-818380073-2995186456-1411405591-3990468014-3617507088" = { type = "allow", sid = "S-1-5-80-818380073-2995186456-1411405591-3990468014-3617507088", mask = 1, flags = 0, object_type = "00000000-0000-0000-0000-000000000000", inherited_object_type = "00000000-0000-0000-0000-000000000000" } } } } } }
  why         = "A customised log that does not name the sensor refuses it."
  verify      = "wevtutil gl security lists the service SID of the sensor."
  undo        = "Undo-Step removes the entry; the transcript names the descriptor that was there before."
  reversible  = true
  sources     = ["https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues"]
}
