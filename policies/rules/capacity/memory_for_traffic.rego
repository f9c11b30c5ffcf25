# METADATA
# title: Enough memory is free for the traffic
# description: The more packets, the more sessions a sensor holds in memory; without it the sensor restarts.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/capacity-planning
# custom:
#   id: MDI-CAP-002
#   subject: server
#   severity: medium
#   generations: [v2]
#   roles: [dc, rodc]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [capacity.run_sizing_tool, capacity.remediate]
package mdi.rules.capacity.memory_for_traffic

observed := {
	"memory_left_bytes": _left,
	"packets_per_second": input.server.traffic.busy_packets_per_second,
	"arithmetic": [data.mdi.lib.capacity.room(
		"bytes",
		[
			{"name": "memory", "value": input.server.memory_bytes},
			{"name": "used at peak", "value": 0 - input.server.memory_used_peak_bytes},
		],
		_row.memory_bytes,
	)],
}

required := {"memory_left_bytes": _row.memory_bytes}

compliant := _left >= _row.memory_bytes

_left := input.server.memory_bytes - input.server.memory_used_peak_bytes

_row := data.mdi.lib.capacity.row(input.server.traffic.busy_packets_per_second)
