step "server.set_tls_defaults" {
  title       = "Let .NET use the TLS versions of Windows"
  scope       = "server"
  kind        = "script"
  generations = ["v2", "standalone"]
  who         = "Administrator of the server"
  privilege   = "Local Administrators"
  runs_on     = "target"
  risk        = "none"
  duration    = "5m"
  requires    = ["change.open_window", "audit.snapshot_state"]
  params      = { Version = "v4.0.30319" }
  effects     = { server = { registry = { dotnet_system_default_tls_versions = { present = true, type = "dword", value = 1 }, dotnet_sch_use_strong_crypto = { present = true, type = "dword", value = 1 }, dotnet32_system_default_tls_versions = { present = true, type = "dword", value = 1 }, dotnet32_sch_use_strong_crypto = { present = true, type = "dword", value = 1 } } } }
  why         = "A .NET that chooses for itself may choose a version that the service refuses."
  verify      = "Both values are 1 in the 32-bit and the 64-bit key."
  undo        = "Undo-Step restores what was there before."
  reversible  = true
  sources     = ["https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues"]
}
