# METADATA
# title: The standalone sensor reaches a time source on UDP 123
# description: A standalone sensor whose clock drifts is refused by Kerberos and mixes up the order of events.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-NET-012
#   subject: path
#   severity: medium
#   generations: [sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [standalone.open_ports]
package mdi.rules.network.windows_time

applies := input.path.class in {"time"}

observed := {"udp/123": input.path.ports["udp/123"].open}

required := {"udp/123": true}

compliant := observed == required
