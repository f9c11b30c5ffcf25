step "standalone.configure_siem" {
  title        = "Send events from the SIEM to the sensor"
  scope        = "server"
  kind         = "network"
  generations  = ["standalone"]
  who          = "SIEM team"
  privilege    = "Change the forwarding of the SIEM"
  runs_on      = "person"
  risk         = "none"
  duration     = "4h"
  requires     = ["server.install_sensor"]
  when         = spec.sensor.generation == "standalone" && sensor.event_source == "siem"
  done         = length(sensor.siem.event_ids) > 0
  effects      = { sensor = { siem = { event_ids = { for id in ["4662", "4726", "4728", "4729", "4730", "4732", "4733", "4741", "4743", "4753", "4756", "4757", "4758", "4763", "4776", "5136", "7045", "8004"] : id => true }, transport = "udp", milliseconds = true, agentless = true } } }
  why          = "A message in another shape is dropped without a word."
  verify       = "No health issue says that some Windows events are not analysed."
  undo         = "Stop the forwarding."
  reversible   = true
  instructions = "Forward only the required events over UDP, in the shape that is documented for RSA Security Analytics, ArcSight, Splunk or QRadar: times with milliseconds, the message at the end. QRadar collects without an agent."
  sources      = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-event-collection"]
}
