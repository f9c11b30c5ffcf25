step "sensor.configure_resolver_dc" {
  title        = "Name the domain controllers that the sensor asks"
  scope        = "server"
  kind         = "portal"
  generations  = ["v2", "standalone"]
  roles        = ["adfs", "adcs", "entra_connect"]
  who          = "Security Administrator"
  privilege    = "System settings (manage) and Security settings (manage) of unified RBAC"
  runs_on      = "portal"
  risk         = "service_restart"
  duration     = "5m"
  requires     = ["sensor.verify_service"]
  when         = true
  done         = server.sensor_v2.installed == true && anytrue([for name in keys(sensor.domain_controllers) : try(domain.dcs[name].global_catalog, false) == true || try(spec.sensor.domain_controllers[name], false) == true])
  effects      = { sensor = { domain_controllers = { for name in(spec.sensor.domain_controllers == null ? [for dc, at in domain.dcs : dc if at.global_catalog == true] : keys(spec.sensor.domain_controllers)) : name => true } } }
  why          = "A sensor on a server that is no domain controller needs one to resolve names, and a global catalog for other domains."
  verify       = "The list names a reachable controller and a global catalog by their full names."
  undo         = "Restore the previous list."
  reversible   = true
  instructions = "Open the sensor and enter at least one reachable domain controller by its full name; one of them is a global catalog."
  portal       = { "2023-08" = "Settings > Identities > Sensors > Manage sensor", "2026-03" = "Settings > Identities > On-premises > Sensors > Manage sensor", "2026-09" = "Settings > Identities > On-premises > Sensor management > Manage sensor" }
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-sensor-settings"]
}
