step "server.suspend_cert_client" {
  title        = "Remove the certificate client for the installation"
  scope        = "server"
  kind         = "manual"
  generations  = ["v2", "standalone"]
  who          = "Administrator of the server"
  privilege    = "Local Administrators"
  runs_on      = "target"
  risk         = "service_restart"
  duration     = "5m"
  requires     = ["change.open_window"]
  effects      = { server = { certificate_client_installed = false } }
  why          = "It refuses the certificate that the sensor makes for itself during setup."
  verify       = "The client is no longer listed; after the installation it is installed again."
  undo         = "Install the client again."
  reversible   = true
  instructions = "Uninstall the certificate-management client. Install it again after the sensor runs."
  sources      = ["https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues"]
}
