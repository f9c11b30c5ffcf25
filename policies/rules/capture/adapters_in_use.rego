# METADATA
# title: Every adapter in use is captured, enabled and connected
# description: What passes an adapter that is not captured, the sensor never sees.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-sensor-settings
# custom:
#   id: MDI-NIC-005
#   subject: sensor
#   severity: medium
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [sensor.configure]
package mdi.rules.capture.adapters_in_use

observed := {"captured": object.keys(input.sensor.capture_adapters), "not captured": _uncaptured, "not up": _down}

required := "every adapter that carries traffic of the server, enabled and connected"

compliant := {count(input.sensor.capture_adapters) > 0, count(_uncaptured) == 0, count(_down) == 0} == {true} if count(_told) == count(input.server.nics)

_told := {name |
	some name in object.keys(input.server.nics)
	is_boolean(input.server.nics[name].enabled)
	is_boolean(input.server.nics[name].connected)
	is_string(input.server.nics[name].purpose)
}

_up := {name |
	some name in _told
	input.server.nics[name].enabled
	input.server.nics[name].connected
}

# A management adapter carries nothing that a sensor has to see.
_uncaptured := {name |
	some name in _up
	input.server.nics[name].purpose in {"capture", "lan"}
} - object.keys(input.sensor.capture_adapters)

_down := object.keys(input.sensor.capture_adapters) - _up
