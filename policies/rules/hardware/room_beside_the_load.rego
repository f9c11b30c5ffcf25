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
	"cores left": input.server.physical_cores - input.server.cpu_used_peak_cores,
	"bytes left": input.server.memory_bytes - input.server.memory_used_peak_bytes,
}

required := {"cores left": data.mdi.tables.minimums[input.run.profile].cores, "bytes left": data.mdi.tables.minimums[input.run.profile].memory_bytes}

compliant := {observed["cores left"] >= required["cores left"], observed["bytes left"] >= required["bytes left"]} == {true}
