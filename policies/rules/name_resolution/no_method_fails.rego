# METADATA
# title: No name-resolution method fails for more than 90 % of devices
# description: A method that fails for nearly all devices raises a health issue and leaves addresses without names.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/nnr-policy
# custom:
#   id: MDI-NNR-005
#   subject: server
#   severity: low
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [network.open_nnr]
package mdi.rules.name_resolution.no_method_fails

observed := {port: _share(port) | some port in _methods}

required := "at least a tenth of the attempts succeed"

compliant := count(_failing) == 0 if count(observed) == count(_methods)

_methods := {"tcp/135", "udp/137", "udp/53"}

_share(port) := input.server.nnr[port].successes / input.server.nnr[port].attempts if input.server.nnr[port].attempts > 0

_failing := {port |
	some port in _methods
	_share(port) < data.mdi.tables.name_resolution.least_success.value
}
