# METADATA
# title: Devices answer the sensor by at least one primary name-resolution method
# description: Without a name for an address, alerts name addresses that have moved on by the time somebody reads them.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-NNR-001
#   subject: server
#   severity: medium
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [network.open_nnr]
package mdi.rules.name_resolution.primary_method

observed := {port: input.server.nnr[port].successes | some port in _ports}

required := "at least one primary method that answers"

compliant := max([n | some n in observed]) > 0 if count(observed) == count(_ports)

_ports := {"tcp/135", "udp/137", "tcp/3389"}
