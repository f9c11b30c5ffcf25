step "ata.uninstall_full_gateway" {
  title        = "Remove the dedicated ATA gateways"
  scope        = "workspace"
  kind         = "manual"
  generations  = ["v2", "v3"]
  who          = "Administrator of the gateway servers"
  privilege    = "Local Administrators"
  runs_on      = "person"
  risk         = "service_restart"
  duration     = "1h"
  requires     = ["ata.inventory", "sensor.verify_registered", "v3.verify"]
  on_demand    = true
  done         = length([for gateway, kind in ata.gateways : gateway if kind == "full"]) == 0
  effects      = { ata = { gateways = { for gateway, kind in ata.gateways : gateway => null if kind == "full" } } }
  affects      = [for gateway, kind in ata.gateways : gateway if kind == "full"]
  why          = "A gateway that goes before the sensors of its controllers run leaves those controllers unwatched."
  verify       = "The service ATAGateway is gone from every gateway server, and no mirror session points at one."
  undo         = "Install the gateway again, as long as the ATA Center runs."
  reversible   = true
  instructions = "When every controller that a gateway watched has a running sensor, uninstall the gateway from Programs and Features and remove the mirror sessions that fed it."
  impact       = "Nobody watches the controller between the end of its gateway and the first sign of its sensor"
  sources      = ["https://learn.microsoft.com/defender-for-identity/migrate-from-ata-overview"]
}
