# METADATA
# title: A healthy v2 sensor receives RADIUS accounting
# description: RADIUS accounting that no healthy v2 sensor receives is lost, and the VPN part of investigations with it.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/vpn-integration
# custom:
#   id: MDI-VPN-001
#   subject: deployment
#   severity: blocker
#   generations: [v2, v3]
#   profiles: [v2-current, v3-current]
#   basis: documented
#   remediation: [v2_to_v3.rehome_v2_features, vpn.configure_radius]
package mdi.rules.vpn.radius_receiver

applies := input.spec.vpn.enabled

observed := {name |
	some name in object.keys(input.spec.sensors)
	input.spec.sensors[name].radius_target
	not input.spec.sensors[name].generation == "v3"
	_receives(name)
}

required := "at least one v2 sensor, running or planned, that is a RADIUS target"

compliant := count(observed) > 0 if count(_told) == count(input.sensors)

_told := {name |
	some name in object.keys(input.sensors)
	input.sensors[name].generation
	input.sensors[name].service_status
}

_receives(name) if {
	input.sensors[name].generation == "v2"
	input.sensors[name].service_status == "running"
}

# One that is not registered yet has nothing to show but its place in the plan.
_receives(name) if {
	is_object(input.sensors)
	not input.sensors[name]
	input.spec.sensors[name].generation == "v2"
}
