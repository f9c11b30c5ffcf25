# METADATA
# title: Devices answer the sensor by all three primary methods
# description: Each method reaches other devices; one that is shut leaves some of them without a name.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/nnr-policy
# custom:
#   id: MDI-NNR-002
#   subject: server
#   severity: info
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [network.open_nnr]
package mdi.rules.name_resolution.all_primary_methods

observed := {port: input.server.nnr[port].successes | some port in _methods}

required := "answers by all three"

compliant := count(_silent) == 0 if count(observed) == count(_methods)

_methods := {"tcp/135", "udp/137", "tcp/3389"}

_silent := {port |
	some port, successes in observed
	successes == 0
}
