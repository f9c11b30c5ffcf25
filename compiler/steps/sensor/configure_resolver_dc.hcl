step "sensor.configure_resolver_dc" {
  title       = "Name the domain controllers that the sensor asks"
  scope       = "server"
  kind        = "portal"
  generations = ["v2", "standalone"]
  who         = "Security Administrator"
  runs_on     = "portal"
  risk        = "service_restart"
  duration    = "5m"
  requires    = ["sensor.verify_service"]
  # On a controller the sensor asks the controller itself. A role that nobody read asks for nothing.
  when         = spec.sensor.generation == "standalone" || !told(server.roles.dc, false) && !told(server.roles.rodc, false) && (told(server.roles.adfs, false) || told(server.roles.adcs, false) || told(server.roles.entra_connect, false))
  done         = server.sensor_v2.installed == true && !anytrue([for name in keys(sensor.domain_controllers) : contains(keys(leaving), name)]) && alltrue([for name in keys(spec.sensor.mirrored_dcs == null ? {} : spec.sensor.mirrored_dcs) : contains(keys(sensor.domain_controllers), name)]) && anytrue([for name in keys(sensor.domain_controllers) : try(domain.dcs[name].global_catalog, false) == true || try(spec.sensor.domain_controllers[name], false) == true])
  effects      = { sensor = { domain_controllers = merge({ for name in keys(spec.sensor.mirrored_dcs == null ? {} : spec.sensor.mirrored_dcs) : name => true }, { for name in(spec.sensor.domain_controllers == null ? [for dc, at in domain.dcs : dc if at.global_catalog == true] : keys(spec.sensor.domain_controllers)) : name => true }, { for name in keys(leaving) : name => null }) } }
  why          = "A sensor on a server that is no domain controller needs one to resolve names, and a global catalog for other domains."
  verify       = "The list names a reachable controller and a global catalog by their full names."
  undo         = "Restore the previous list."
  reversible   = true
  instructions = "Open the sensor and enter at least one reachable domain controller by its full name; one of them is a global catalog. A standalone sensor lists every controller that is mirrored to it, and a global catalog. Take out of the list every controller that is about to be demoted."
  portal       = { "2023-08" = "Settings > Identities > Sensors > Manage sensor" }
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-sensor-settings"]
}
