step "server.enable_tls12" {
  title        = "Enable TLS 1.2 for clients"
  scope        = "server"
  kind         = "manual"
  who          = "Administrator of the server"
  privilege    = "Local Administrators"
  runs_on      = "target"
  risk         = "reboot"
  duration     = "5m"
  requires     = ["change.open_window", "audit.snapshot_state"]
  effects      = { server = { tls12_client_enabled = true } }
  why          = "The service speaks TLS 1.2 and nothing older."
  verify       = "The SCHANNEL client key of TLS 1.2 says Enabled 1 and DisabledByDefault 0, and the server has restarted."
  undo         = "Set the values that were there before and restart the server again."
  reversible   = true
  instructions = "Set Enabled = 1 and DisabledByDefault = 0 under SCHANNEL\\Protocols\\TLS 1.2\\Client and restart the server."
  restarts     = true
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2"]
}
