# METADATA
# title: LDAPS on TCP 636 is open to those domain controllers
# description: A workspace that support has switched to LDAPS asks the other forest here.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-NET-008
#   subject: path
#   severity: low
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [network.open_multiforest_ldap, standalone.open_ports]
package mdi.rules.network.ldaps_remote

applies := input.path.class in {"remote_forest"}

observed := {"tcp/636": input.path.ports["tcp/636"].open}

required := {"tcp/636": true}

compliant := observed == required
