step "server.disable_lso" {
  title       = "Turn off large send offload"
  scope       = "server"
  kind        = "script"
  generations = ["v2", "standalone"]
  who         = "Administrator of the server"
  privilege   = "Local Administrators"
  runs_on     = "target"
  risk        = "service_restart"
  duration    = "5m"
  requires    = ["change.open_window", "audit.snapshot_state"]
  params      = { Adapters = keys(server.nics) }
  effects     = { server = { nics = { for nic in keys(server.nics) : nic => { lso_v2_ipv4_enabled = false, tso_ipv4_enabled = false } } } }
  why         = "On VMware, offloaded segments reach the sensor larger than any frame, and it drops them."
  verify      = "Get-NetAdapterAdvancedProperty shows the offloads disabled."
  undo        = "Undo-Step enables them again."
  reversible  = true
  notes       = ["The adapter loses its link for a few seconds."]
  impact      = "Network adapters are interrupted for a moment"
  sources     = ["https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues"]
}
