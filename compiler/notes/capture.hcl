note "MDI-NPCAP-005" {
  title       = "Npcap needs no licence of its own for MDI"
  text        = "The limit of five systems does not apply to its use by the sensor."
  scope       = "server"
  generations = ["v2", "standalone"]
  steps       = ["server.install_sensor", "server.install_npcap", "server.upgrade_npcap"]
  sources     = ["https://learn.microsoft.com/defender-for-identity/technical-faq"]
}

note "MDI-NPCAP-007" {
  title       = "Npcap may go once the server runs v3"
  text        = "v3 does not use it. Leaving it does no harm."
  scope       = "server"
  generations = ["v3"]
  when        = server.npcap.installed == true
  steps       = ["v2_to_v3.decide"]
  sources     = ["https://learn.microsoft.com/defender-for-identity/deploy/migrate-to-sensor-v3"]
}
