# METADATA
# title: With the sensor, 15 % of processor and memory still stays free
# description: Without head-room a controller that gets busier pushes its sensor aside.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/capacity-planning
# custom:
#   id: MDI-CAP-003
#   subject: server
#   severity: medium
#   generations: [v2]
#   roles: [dc, rodc]
#   profiles: [classic-2023, v2-current]
#   basis: derived
#   remediation: [capacity.run_sizing_tool, capacity.remediate]
package mdi.rules.capacity.headroom

observed := {
	"cores_left": (input.server.physical_cores - input.server.cpu_used_peak_cores) - _row.cores,
	"memory_left_bytes": (input.server.memory_bytes - input.server.memory_used_peak_bytes) - _row.memory_bytes,
	"packets_per_second": input.server.traffic.busy_packets_per_second,
	"arithmetic": [
		data.mdi.lib.capacity.room(
			"cores",
			[
				{"name": "cores", "value": input.server.physical_cores},
				{"name": "used at peak", "value": 0 - input.server.cpu_used_peak_cores},
				{"name": "reserve", "value": 0 - required.cores_left, "share": _share},
			],
			_row.cores,
		),
		data.mdi.lib.capacity.room(
			"bytes",
			[
				{"name": "memory", "value": input.server.memory_bytes},
				{"name": "used at peak", "value": 0 - input.server.memory_used_peak_bytes},
				{"name": "reserve", "value": 0 - required.memory_left_bytes, "share": _share},
			],
			_row.memory_bytes,
		),
	],
}

required := {
	"cores_left": _share * input.server.physical_cores,
	"memory_left_bytes": _share * input.server.memory_bytes,
}

compliant if {
	observed.cores_left >= required.cores_left
	observed.memory_left_bytes >= required.memory_left_bytes
}

compliant := false if observed.cores_left < required.cores_left

compliant := false if observed.memory_left_bytes < required.memory_left_bytes

_row := data.mdi.lib.capacity.row(input.server.traffic.busy_packets_per_second)

_share := data.mdi.lib.parameters.value("capacity.headroom")
