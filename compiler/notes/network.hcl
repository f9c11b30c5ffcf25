note "MDI-NET-014" {
  title       = "ICMP is not required"
  text        = "Pings that are seen are keep-alives; blocking them harms nothing."
  scope       = "server"
  generations = ["v2", "standalone"]
  steps       = ["server.test_connectivity"]
  sources     = ["https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2"]
}

note "MDI-NET-015" {
  title       = "DNS queries for aatp.dns.detection.local are normal"
  text        = "The sensor asks for that name itself; neither block it nor raise an alert."
  scope       = "server"
  generations = ["v2", "standalone"]
  steps       = ["sensor.verify_service"]
  sources     = ["https://learn.microsoft.com/defender-for-identity/technical-faq"]
}

note "MDI-NET-018" {
  title       = "v3 needs no MDI port inside the network"
  text        = "It reaches the cloud through Defender for Endpoint and asks no device by itself."
  scope       = "server"
  generations = ["v3"]
  steps       = ["v3.activate", "v2_to_v3.migrate"]
  sources     = ["https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-3"]
}

note "MDI-NET-020" {
  title       = "Every sensor asks one domain controller of each domain every 5 to 10 minutes"
  text        = "One page says five minutes, another ten. Firewalls between forests have to bear it."
  scope       = "server"
  generations = ["v2", "standalone"]
  when        = length(forest.domains) > 1 || length(forest.trusts) > 0
  steps       = ["server.install_sensor"]
  sources     = ["https://learn.microsoft.com/defender-for-identity/deploy/multi-forest", "https://learn.microsoft.com/defender-for-identity/deploy/directory-service-accounts"]
}

note "MDI-NIC-002" {
  title       = "Large send offload may stay on outside VMware"
  text        = "Only the virtual adapters of VMware lose packets to it."
  scope       = "server"
  generations = ["v2", "standalone"]
  when        = server.virtual == false || (server.virtual == true && server.hypervisor != "vmware")
  steps       = ["server.install_sensor"]
  sources     = ["https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2"]
}

note "MDI-NIC-003" {
  title       = "Large send offload does not matter to v3"
  text        = "It captures no packets; the page of v3 does not speak of offloads."
  scope       = "server"
  generations = ["v3"]
  when        = server.hypervisor == "vmware"
  steps       = ["v3.activate", "v2_to_v3.migrate"]
  sources     = ["https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-3"]
}

note "MDI-NIC-006" {
  title       = "Broadcom teaming on Windows Server 2008 R2 is history"
  text        = "That system takes no sensor any more, so the old warning about its teams has no object."
  scope       = "server"
  generations = ["v2", "standalone"]
  when        = server.os_family == "ws2008r2"
  sources     = ["https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2"]
}

note "MDI-NNR-006" {
  title       = "Switching a name-resolution method off takes a support case"
  text        = "The portal has no switch for it."
  scope       = "workspace"
  generations = ["v2", "standalone"]
  steps       = ["network.open_nnr"]
  sources     = ["https://learn.microsoft.com/defender-for-identity/nnr-policy"]
}

note "MDI-NNR-007" {
  title       = "v3 needs no name-resolution port"
  text        = "It knows devices from the inventory of Defender for Endpoint."
  scope       = "server"
  generations = ["v3"]
  steps       = ["v3.activate", "v2_to_v3.migrate"]
  sources     = ["https://learn.microsoft.com/defender-for-identity/nnr-policy"]
}

note "MDI-NNR-008" {
  title       = "Pass-the-ticket, DCSync and DNS reconnaissance detections lean on name resolution"
  text        = "They tell machines apart by name; with addresses alone they err or stay silent."
  scope       = "server"
  generations = ["v2", "standalone"]
  steps       = ["sensor.verify_first_data"]
  sources     = ["https://learn.microsoft.com/defender-for-identity/nnr-policy"]
}
