# METADATA
# title: A v3 sensor on a role server stands beside a v3 sensor on a domain controller
# description: The v3 sensor of a role server leans on what a v3 sensor on a domain controller of the same environment reports.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/deploy-sensor-v3
# custom:
#   id: MDI-V3-003
#   subject: deployment
#   severity: blocker
#   generations: [v3]
#   profiles: [v3-current]
#   basis: documented
#   remediation: [v3.activate]
package mdi.rules.sensor_v3.controller_first

applies if count(_role_servers) > 0

applies := false if {
	count(_role_servers) == 0
	_told
}

observed := {"role servers": _role_servers, "domain controllers": _controllers}

required := "a v3 sensor on at least one domain controller"

compliant := count(_controllers) > 0 if _told

# Planned, or already there.
_v3 contains name if input.spec.sensors[name].generation == "v3"

_v3 contains name if input.sensors[name].generation == "v3"

_controllers := {name | some name in _v3; _is(name, ["dc", "rodc"])}

# What is a domain controller too needs no other.
_role_servers := {name |
	some name in _v3
	input.servers[name].roles.dc == false
	input.servers[name].roles.rodc == false
	_is(name, ["adfs", "adcs", "entra_connect"])
}

_is(name, roles) if {
	some role in roles
	input.servers[name].roles[role]
}

_told if {
	count({name | is_string(input.sensors[name].generation)}) == count(input.sensors)
	count(_known) == count(input.servers)
	count(_v3 - _known) == 0
}

_known := {name |
	some name in object.keys(input.servers)
	every role in ["dc", "rodc", "adfs", "adcs", "entra_connect"] {
		is_boolean(input.servers[name].roles[role])
	}
}
