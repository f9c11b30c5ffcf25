step "standalone.configure_wef" {
  title        = "Forward events to the sensor"
  scope        = "server"
  kind         = "gpo"
  generations  = ["standalone"]
  who          = "Domain Admin"
  privilege    = "Event Log Readers of the domain, Group Policy Creator Owners, Local Administrators of the sensor"
  runs_on      = "domain_controller"
  risk         = "reboot"
  duration     = "2h"
  requires     = ["server.install_sensor", "standalone.configure_port_mirroring", "change.open_window"]
  when         = spec.sensor.generation == "standalone" && sensor.event_source == "wef"
  done         = length(server.wef.subscriptions) > 0
  affects      = keys(spec.sensor.mirrored_dcs == null ? {} : spec.sensor.mirrored_dcs)
  why          = "A standalone sensor cannot read the logs of controllers; they have to be brought."
  verify       = "Forwarded Events on the sensor holds event 4776 of every controller."
  undo         = "Remove the policy and the subscription; the membership of Network Service ends with the next restart."
  reversible   = true
  instructions = "Put Network Service into Event Log Readers and restart the controllers, one at a time: the membership counts from the next start. Policy for the controllers: target subscription manager Server=http://SENSOR:5985/wsman/SubscriptionManager/WEC,Refresh=10. On the sensor: wecutil qc, a source-initiated subscription into Forwarded Events, configuration mode Custom, heartbeat 5000."
  notes        = ["The only documented step that restarts every controller."]
  restarts     = true
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-event-forwarding"]
}
