# METADATA
# title: The sensor reaches the domain controllers of other forests, or those it watches, by LDAP on TCP and UDP 389
# description: Without LDAP to the other forest its accounts stay names without meaning.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-NET-007
#   subject: path
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [network.open_multiforest_ldap, standalone.open_ports]
package mdi.rules.network.ldap_remote

applies := input.path.class in {"remote_forest"}

observed := {"tcp/389": input.path.ports["tcp/389"].open, "udp/389": input.path.ports["udp/389"].open}

required := {"tcp/389": true, "udp/389": true}

compliant := observed == required
