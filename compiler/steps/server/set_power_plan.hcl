step "server.set_power_plan" {
  title      = "Use the High performance power plan"
  scope      = "server"
  kind       = "script"
  who        = "Administrator of the server"
  privilege  = "Local Administrators"
  runs_on    = "target"
  risk       = "none"
  duration   = "1m"
  requires   = ["change.open_window", "audit.snapshot_state"]
  params     = { SchemeGuid = "8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c" }
  done       = server.power_plan_guid == "8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c"
  effects    = { server = { power_plan_guid = "8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c" } }
  why        = "A processor that slows down loses packets, and the sensor reports the server as not set up for performance."
  verify     = "powercfg /getactivescheme names 8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c."
  undo       = "Activate the scheme that was active before; the transcript of this step names it."
  reversible = true
  sources    = ["https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2"]
}
