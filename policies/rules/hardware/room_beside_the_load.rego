# METADATA
# title: Two cores and 6 GiB stay free of what Windows and the directory use at peak
# description: The minimum is meant beside what the domain controller already does, not in all.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-HW-005
#   subject: server
#   severity: medium
#   generations: [v2]
#   roles: [dc, rodc]
#   profiles: [v2-current]
#   basis: documented
#   remediation: [capacity.remediate]
package mdi.rules.hardware.room_beside_the_load

observed := {
	"cores_left": input.server.physical_cores - input.server.cpu_used_peak_cores,
	"memory_left_bytes": input.server.memory_bytes - input.server.memory_used_peak_bytes,
	"arithmetic": [
		data.mdi.lib.capacity.room(
			"cores",
			[
				{"name": "cores", "value": input.server.physical_cores},
				{"name": "used at peak", "value": 0 - input.server.cpu_used_peak_cores},
			],
			required.cores_left,
		),
		data.mdi.lib.capacity.room(
			"bytes",
			[
				{"name": "memory", "value": input.server.memory_bytes},
				{"name": "used at peak", "value": 0 - input.server.memory_used_peak_bytes},
			],
			required.memory_left_bytes,
		),
	],
}

required := {
	"cores_left": data.mdi.tables.minimums[input.run.profile].cores,
	"memory_left_bytes": data.mdi.tables.minimums[input.run.profile].memory_bytes,
}

compliant := {
	observed.cores_left >= required.cores_left,
	observed.memory_left_bytes >= required.memory_left_bytes,
} == {true}
