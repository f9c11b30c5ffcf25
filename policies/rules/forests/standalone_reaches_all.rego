# METADATA
# title: A standalone sensor reaches the domain controllers of every forest by LDAP
# description: It looks up everything it sees in the traffic, and asks whichever controller knows.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-standalone
# custom:
#   id: MDI-FOR-007
#   subject: path
#   severity: high
#   generations: [sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [network.open_multiforest_ldap, standalone.open_ports]
package mdi.rules.forests.standalone_reaches_all

applies := input.path.class in {"domain_controller", "remote_forest"}

observed := {"tcp/389": input.path.ports["tcp/389"].open}

required := {"tcp/389": true}

compliant := observed == required
