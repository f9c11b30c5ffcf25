step "vpn.configure_radius" {
  title        = "Send RADIUS accounting from the VPN to the sensors"
  scope        = "network"
  kind         = "network"
  generations  = ["v2"]
  who          = "VPN team"
  privilege    = "Administrator of the VPN servers"
  runs_on      = "person"
  risk         = "none"
  duration     = "1h"
  requires     = ["change.approve", "sensor.verify_registered"]
  when         = try(spec.vpn.enabled, null) == true
  done         = workspace.vpn.enabled == true
  why          = "The sensor learns from these messages who works from where."
  verify       = "The sensor shows VPN activities of a test user."
  undo         = "Remove the sensor from the accounting servers of the VPN."
  reversible   = true
  instructions = "Name the sensors as RADIUS accounting servers on UDP 1813 with the shared secret, and send start and stop messages."
  sources      = ["https://learn.microsoft.com/defender-for-identity/vpn-integration"]
}
