# METADATA
# title: Receive segment coalescing is off on the capture adapter
# description: An adapter that joins segments hands the sensor packets that were never on the wire.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/health-alerts
# custom:
#   id: MDI-NIC-004
#   subject: server
#   severity: medium
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [standalone.prepare_nics]
package mdi.rules.capture.receive_segment_coalescing

observed := {name: {"ipv4": input.server.nics[name].rsc_ipv4_enabled, "ipv6": input.server.nics[name].rsc_ipv6_enabled} |
	some name in _captured
}

required := {"ipv4": false, "ipv6": false}

compliant := count(_joining) == 0 if {
	count(_told) == count(input.server.nics)
	count(_captured) > 0
	count(observed) == count(_captured)
}

_told := {name |
	some name in object.keys(input.server.nics)
	is_string(input.server.nics[name].purpose)
}

# On a domain controller the sensor captures what the controller itself is reached by.
_captured := {name |
	some name in _told
	input.server.nics[name].purpose in {"capture", "lan"}
}

_joining := {name |
	some name, state in observed
	state != required
}
