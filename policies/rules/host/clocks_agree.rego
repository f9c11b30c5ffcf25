# METADATA
# title: The clocks of all sensor servers and domain controllers lie within 5 minutes of each other
# description: Beyond five minutes Kerberos refuses, and events of two servers no longer fit together.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-TIME-001
#   subject: deployment
#   severity: blocker
#   generations: [v2, v3, sa]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [server.fix_time_sync]
package mdi.rules.host.clocks_agree

observed := {"spread_seconds": max(_offsets) - min(_offsets), "servers": count(_offsets)}

required := {"spread_seconds": data.mdi.tables.limits.clock_spread.value}

compliant := observed.spread_seconds <= required.spread_seconds if count(_offsets) == count(_watched)

_watched := {name |
	some name in object.keys(input.servers)
	_relevant(name)
}

_offsets := [input.servers[name].time_offset_seconds | some name in _watched]

_relevant(name) if input.servers[name].roles.dc

_relevant(name) if input.spec.sensors[name].generation != "none"
