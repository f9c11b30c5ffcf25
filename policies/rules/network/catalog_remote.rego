# METADATA
# title: The global catalog on TCP 3268 is open to those domain controllers
# description: The global catalog is where a sensor resolves accounts of other domains.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-NET-009
#   subject: path
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [network.open_multiforest_ldap, standalone.open_ports]
package mdi.rules.network.catalog_remote

applies := input.path.class in {"remote_forest"}

observed := {"tcp/3268": input.path.ports["tcp/3268"].open}

required := {"tcp/3268": true}

compliant := observed == required
