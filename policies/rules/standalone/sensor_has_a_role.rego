# METADATA
# title: A server without a sensor role gets a sensor only where standalone is asked for
# description: On a server without a role to watch, a classic sensor has nothing to see.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-SA-009
#   subject: server
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: []
package mdi.rules.standalone.sensor_has_a_role

observed := {role | some role in _roles; input.server.roles[role]}

required := "a role that a sensor watches, or a standalone sensor"

compliant if input.spec.sensor.generation == "standalone"

compliant := count(observed) > 0 if {
	input.spec.sensor.generation != "standalone"
	count(_known) == count(_roles)
}

_roles := {"dc", "rodc", "adfs", "adcs", "entra_connect"}

_known := {role | some role in _roles; is_boolean(input.server.roles[role])}
