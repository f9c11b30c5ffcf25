step "server.install_root_cert" {
  title       = "Install the root certificate of the service"
  scope       = "server"
  kind        = "script"
  generations = ["v2", "standalone"]
  who         = "Administrator of the server"
  privilege   = "Local Administrators"
  runs_on     = "target"
  risk        = "none"
  duration    = "5m"
  requires    = ["change.open_window"]
  params      = { Thumbprint = "df3c24f9bfd666761b268073fe06d1cc8d4f82a4", File = "C:\\ProgramData\\mdiplan\\DigiCertGlobalRootG2.crt" }
  effects     = { server = { root_certificates = { "df3c24f9bfd666761b268073fe06d1cc8d4f82a4" = { present = true } } } }
  why         = "Without it every connection of the sensor fails."
  verify      = "Cert:\\LocalMachine\\Root lists the thumbprint."
  undo        = "Remove the certificate from the store."
  reversible  = true
  sources     = ["https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues"]
}
