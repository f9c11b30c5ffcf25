# METADATA
# title: A v3 server has the 1.5 GiB free that the sensor may take
# description: A v3 sensor that reaches its share of memory is restarted, and one that reaches its share of the cores drops events.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/deploy-sensor-v3
# custom:
#   id: MDI-HW-013
#   subject: server
#   severity: low
#   generations: [v3]
#   profiles: [v3-current]
#   basis: derived
#   remediation: [capacity.remediate]
package mdi.rules.hardware.room_for_v3

observed := {
	"memory_bytes": input.server.memory_bytes,
	"used_at_peak": input.server.memory_used_peak_bytes,
	"left": input.server.memory_bytes - input.server.memory_used_peak_bytes,
	"cores": input.server.physical_cores,
	"cores_it_may_take": input.server.physical_cores * data.mdi.tables.v3_share.cores,
}

required := {"memory_bytes": data.mdi.tables.v3_share.memory_bytes}

compliant := observed.left >= required.memory_bytes
