step "sensor.uninstall" {
  title = "Uninstall a sensor that does not belong there"
  scope = "server"
  kind = "portal"
  generations = ["v2"]
  who = "Directory operations"
  runs_on = "target"
  risk = "service_restart"
  duration = "15m"
  requires = ["change.open_window"]
  why = "A sensor of the wrong workspace or generation is blind, or disturbs the right one."
  verify = "The service is gone, and so is the entry in the portal."
  undo = "Install the sensor again."
  reversible = true
  instructions = "Uninstall \"Azure Advanced Threat Protection Sensor\" from Programs and Features and delete the sensor in the portal. Then collect the facts again."
  portal = { "2023-08" = "Settings > Identities > Sensors", "2026-03" = "Settings > Identities > On-premises > Sensors", "2026-09" = "Settings > Identities > On-premises > Sensor management" }
  sources = ["https://learn.microsoft.com/defender-for-identity/uninstall-sensor"]
}
