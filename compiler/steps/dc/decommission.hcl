step "dc.decommission" {
  title         = "Demote the domain controller"
  scope         = "server"
  kind          = "manual"
  generations   = ["v2", "v3", "standalone"]
  roles         = ["dc", "rodc"]
  who           = "Directory operations"
  privilege     = "Domain Admin"
  runs_on       = "target"
  risk          = "irreversible"
  duration      = "1h"
  requires      = ["sensor.delete_portal_entry", "v3.delete", "change.open_window"]
  outside_waves = true
  after_all     = ["sensor.configure_resolver_dc"]
  all_required  = true
  when          = spec.server.demotes_at != null
  done          = server.roles.dc == false && server.roles.rodc == false
  effects       = { sensor = { generation = null, service_status = null, deployment_status = null }, server = { roles = { dc = false, rodc = false }, fsmo = {} }, domain = { dcs = { (subject) = null } } }
  why           = "A controller that goes with its sensor leaves an entry in the portal that never comes back to life."
  verify        = "The controller is gone from the directory, and the sensor list has no entry of it."
  undo          = "Promote a server again; its sensor is a new one."
  reversible    = false
  instructions  = "Where the server is the resolver of other sensors, change their list first. Then demote it and remove what is left of it from sites and DNS."
  sources       = ["https://learn.microsoft.com/defender-for-identity/uninstall-sensor"]
}
