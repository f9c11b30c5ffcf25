step "standalone.configure_wef" {
  title        = "Forward events to the sensor"
  scope        = "server"
  kind         = "gpo"
  generations  = ["standalone"]
  who          = "Domain Admin"
  privilege    = "Event Log Readers of the domain, Group Policy Creator Owners, Local Administrators of the sensor"
  runs_on      = "domain_controller"
  risk         = "none"
  duration     = "2h"
  requires     = ["server.install_sensor", "sensor.configure_resolver_dc", "standalone.configure_port_mirroring", "change.open_window"]
  when         = spec.sensor.generation == "standalone" && sensor.event_source == "wef"
  done         = length(server.wef.subscriptions) > 0 && contains(keys(domain.groups["S-1-5-32-573"].members), "S-1-5-20") && alltrue([for dc in keys(spec.sensor.mirrored_dcs) : anytrue([for manager in keys(try(servers[dc].wef.subscription_managers, {})) : strcontains(lower(manager), "http://${subject}:")])])
  effects      = { server = { wef = { subscriptions = { mdi = { destination_log = "ForwardedEvents", configuration_mode = "custom", heartbeat_seconds = 5, event_ids = { for id in ["4662", "4726", "4728", "4729", "4730", "4732", "4733", "4741", "4743", "4753", "4756", "4757", "4758", "4763", "4776", "5136", "7045", "8004"] : id => true } } } } }, domain = { groups = { "S-1-5-32-573" = { members = { "S-1-5-20" = true }, members_changed_at = told(contains(keys(domain.groups["S-1-5-32-573"].members), "S-1-5-20"), false) ? domain.groups["S-1-5-32-573"].members_changed_at : run.now } } }, servers = { for dc in keys(spec.sensor.mirrored_dcs) : dc => { services = { winrm = { state = "running" } }, wef = { subscription_managers = { "server=http://${subject}:5985/wsman/subscriptionmanager/wec,refresh=10" = true } } } } }
  affects      = keys(spec.sensor.mirrored_dcs == null ? {} : spec.sensor.mirrored_dcs)
  why          = "A standalone sensor cannot read the logs of controllers; they have to be brought."
  verify       = "Forwarded Events on the sensor holds event 4776 of every controller."
  undo         = "Remove the policy and the subscription; the membership of Network Service ends with the next restart."
  reversible   = true
  instructions = "Put Network Service into Event Log Readers: the membership counts from the next start of each controller, which is a step of its own. Policy for the controllers: target subscription manager Server=http://SENSOR:5985/wsman/SubscriptionManager/WEC,Refresh=10. On the sensor: wecutil qc, a source-initiated subscription into Forwarded Events, configuration mode Custom, heartbeat 5000."
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-event-forwarding"]
}
