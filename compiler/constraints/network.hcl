constraint "E23" {
  title   = "The network is open, then tested, before the sensor"
  because = "Setup registers the sensor with the service, and fails where it cannot reach it."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/test-connectivity", "https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues"]

  stage {
    steps = ["network.*"]
  }

  stage {
    steps = ["server.test_connectivity"]
  }

  stage {
    steps = ["server.install_sensor"]
  }
}

constraint "E24" {
  title   = "Nobody reads the traffic before the sensor does"
  because = "Sensor and service prove themselves to each other by certificate; inspection on the way breaks that."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/deploy/configure-proxy"]

  stage {
    steps = ["network.exempt_tls_inspection"]
  }

  stage {
    steps = ["server.install_sensor", "v3.activate"]
  }
}

constraint "E25" {
  title   = "Certificates and protocols are right before the test, and the test before the sensor"
  because = "Both sides of the connection are verified, and an error there looks like one of the network."
  kind    = "order"
  basis   = "documented"
  sources = ["https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues"]

  stage {
    steps = ["server.install_root_cert", "server.set_tls_defaults"]
  }

  stage {
    steps = ["server.test_connectivity"]
  }

  stage {
    steps = ["server.install_sensor"]
  }
}
