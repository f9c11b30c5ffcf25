# METADATA
# title: Enough physical cores are free for the traffic
# description: A sensor that runs short of cores drops traffic and says so in a health alert.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/capacity-planning
# custom:
#   id: MDI-CAP-001
#   subject: server
#   severity: medium
#   generations: [v2]
#   roles: [dc, rodc]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   measure: [capacity.run_sizing_tool]
#   remediation: [capacity.run_sizing_tool, capacity.remediate]
package mdi.rules.capacity.cores_for_traffic

observed := {
	"cores_left": _left,
	"packets_per_second": input.server.traffic.busy_packets_per_second,
	"arithmetic": [data.mdi.lib.capacity.room(
		"cores",
		[
			{"name": "cores", "value": input.server.physical_cores},
			{"name": "used at peak", "value": 0 - input.server.cpu_used_peak_cores},
		],
		_row.cores,
	)],
}

required := {"cores_left": _row.cores}

compliant := _left >= _row.cores

_left := input.server.physical_cores - input.server.cpu_used_peak_cores

_row := data.mdi.lib.capacity.row(input.server.traffic.busy_packets_per_second)
