step "ata.uninstall_lightweight_gateway" {
  title        = "Uninstall the ATA gateway"
  scope        = "server"
  kind         = "manual"
  generations  = ["v2", "v3"]
  who          = "Administrator of the server"
  privilege    = "Local Administrators"
  runs_on      = "target"
  risk         = "service_restart"
  duration     = "15m"
  requires     = ["change.open_window", "ata.inventory", "workspace.create"]
  effects      = { server = { ata = { lightweight_gateway_installed = false, gateway_installed = false } } }
  why          = "Gateway and sensor capture against each other; the setup of the sensor refuses."
  verify       = "The service ATAGateway is gone."
  undo         = "Install the gateway again, as long as the ATA Center runs."
  reversible   = true
  instructions = "Uninstall the Microsoft Advanced Threat Analytics gateway from Programs and Features."
  impact       = "Nobody watches the controller between the end of its gateway and the first sign of its sensor"
  sources      = ["https://learn.microsoft.com/defender-for-identity/migrate-from-ata-overview"]
}
