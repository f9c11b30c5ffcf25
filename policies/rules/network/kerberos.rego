# METADATA
# title: The standalone sensor reaches its domain controllers by Kerberos on TCP and UDP 88
# description: A standalone sensor logs on to the domain like any other machine.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-NET-011
#   subject: path
#   severity: blocker
#   generations: [sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [standalone.open_ports]
package mdi.rules.network.kerberos

applies := input.path.class in {"domain_controller"}

observed := {"tcp/88": input.path.ports["tcp/88"].open, "udp/88": input.path.ports["udp/88"].open}

required := {"tcp/88": true, "udp/88": true}

compliant := observed == required
