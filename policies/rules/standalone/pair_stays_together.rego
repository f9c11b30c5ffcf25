# METADATA
# title: A mirrored virtual pair stays on its host
# description: A virtual switch mirrors on one host; where sensor or controller moves to another, the sensor sees nothing more of it.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/configure-port-mirroring
# custom:
#   id: MDI-SA-005
#   subject: server
#   severity: medium
#   generations: [sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [standalone.configure_port_mirroring]
#   either:
#   - [sensor.mirror.dcs, spec.sensor.mirrored_dcs]
package mdi.rules.standalone.pair_stays_together

applies := input.server.virtual

observed := _seen

_seen["host"] := input.server.vm.host

_seen["pinned"] := input.server.vm.pinned_to_host

_seen["on_the_same_host"] := {dc: pinned |
	some dc in _beside
	pinned := input.servers[dc].vm.pinned_to_host
}

required := "pinned to the host, both of them"

compliant := false if {
	count(_beside) > 0
	input.server.vm.pinned_to_host == false
}

compliant := false if {
	some dc in _beside
	input.servers[dc].vm.pinned_to_host == false
}

compliant if count(_elsewhere) == count(data.mdi.lib.mirroring.watched)

compliant if {
	count(_beside | _elsewhere) == count(data.mdi.lib.mirroring.watched)
	input.server.vm.pinned_to_host
	count({dc | some dc in _beside; input.servers[dc].vm.pinned_to_host}) == count(_beside)
}

_beside := {dc |
	some dc in data.mdi.lib.mirroring.watched
	input.servers[dc].virtual
	lower(input.servers[dc].vm.host) == lower(input.server.vm.host)
}

_elsewhere := {dc |
	some dc in data.mdi.lib.mirroring.watched
	_stands_elsewhere(dc)
}

_stands_elsewhere(dc) if input.servers[dc].virtual == false

_stands_elsewhere(dc) if lower(input.servers[dc].vm.host) != lower(input.server.vm.host)
