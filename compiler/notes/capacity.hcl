note "MDI-CAP-009" {
  title       = "A role server that is no domain controller needs no sizing"
  text        = "Its load is small; the sizing table is about domain controllers."
  scope       = "server"
  generations = ["v2"]
  roles       = ["adfs", "adcs", "entra_connect"]
  when        = server.roles.dc == false && server.roles.rodc == false
  steps       = ["server.install_sensor"]
  sources     = ["https://learn.microsoft.com/defender-for-identity/deploy/capacity-planning"]
}

note "MDI-CAP-010" {
  title       = "v3 needs no sizing"
  text        = "It reads events instead of packets, so the sizing table does not apply. The page of v3 still points at the capacity page."
  scope       = "server"
  generations = ["v3"]
  steps       = ["v3.activate", "v2_to_v3.migrate"]
  sources     = ["https://learn.microsoft.com/defender-for-identity/deploy/capacity-planning"]
}

note "MDI-HW-012" {
  title       = "The sensor gives way when less than 15 % of processor or memory is free"
  text        = "Every ten seconds it looks at what is left and limits itself; the controller keeps working, and the sensor sees less."
  scope       = "server"
  generations = ["v2", "standalone"]
  steps       = ["server.install_sensor"]
  sources     = ["https://learn.microsoft.com/defender-for-identity/architecture"]
}

note "MDI-HW-014" {
  title       = "The audit is the gate, because setup only warns of missing hardware"
  text        = "Neither the wizard nor the silent installation stops at a server that is too small."
  scope       = "server"
  generations = ["v2", "standalone"]
  steps       = ["server.install_sensor"]
  sources     = ["https://learn.microsoft.com/defender-for-identity/deploy/install-sensor"]
}

note "MDI-HW-015" {
  title       = "The logs of the sensor grow to about 2.2 GB"
  text        = "Four logs of 50 MB with ten archives each: 4 x 11 x 50 MB."
  scope       = "server"
  generations = ["v2", "standalone"]
  steps       = ["server.install_sensor"]
  sources     = ["https://learn.microsoft.com/defender-for-identity/troubleshooting-using-logs"]
}
