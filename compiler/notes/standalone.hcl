note "MDI-SA-006" {
  title       = "A standalone sensor may stand in a workgroup"
  text        = "It then needs a user account with a password, since no gMSA works there."
  scope       = "server"
  generations = ["standalone"]
  steps       = ["server.install_sensor"]
  sources     = ["https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-standalone"]
}

note "MDI-SA-008" {
  title       = "A WAN link that carries mirrored traffic has room for it"
  text        = "ERSPAN doubles the traffic of a controller on the link. A sensor on the far side is cheaper."
  scope       = "server"
  generations = ["standalone"]
  when        = sensor.mirror.method == "erspan"
  steps       = ["standalone.configure_port_mirroring"]
  sources     = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-port-mirroring"]
}
