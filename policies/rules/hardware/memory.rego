# METADATA
# title: The server has at least 6 GiB of memory
# description: A sensor that is short of memory is stopped and restarted by its updater, and sees nothing meanwhile.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-HW-002
#   subject: server
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [capacity.remediate]
package mdi.rules.hardware.memory

observed := input.server.memory_bytes

required := data.mdi.tables.minimums[input.run.profile].memory_bytes

# A machine given 6 GiB reports a little less; Microsoft's readiness script allows one MiB.
compliant := observed >= (required - data.mdi.tables.minimums[input.run.profile].memory_tolerance_bytes)
