# METADATA
# title: Every domain controller of a monitored domain has a sensor or is watched by one
# description: An attacker needs one controller that nobody watches.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/deploy-defender-identity
# custom:
#   id: MDI-AD-001
#   subject: server
#   severity: high
#   generations: [v2, v3, sa]
#   roles: [dc, rodc]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [server.install_sensor, v3.activate]
package mdi.rules.directory.controller_has_a_sensor

observed := input.spec.sensor.generation

observed := "none" if not input.spec.sensor

required := "a sensor, a standalone sensor that mirrors it, or an exclusion with a reason"

compliant := count(_ways) > 0 if {
	is_boolean(input.server.roles.dc)
	is_string(observed)
}

_ways contains "sensor" if observed != "none"

_ways contains "excluded" if input.spec.server.excluded

_ways contains "mirrored" if count(input.spec.server.mirrored_by) > 0
