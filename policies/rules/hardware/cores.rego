# METADATA
# title: The server has at least two cores
# description: With one core the sensor and the directory fight for it.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-HW-001
#   subject: server
#   severity: blocker
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [capacity.remediate]
package mdi.rules.hardware.cores

observed := input.server.physical_cores

required := data.mdi.tables.minimums[input.run.profile].cores

compliant := observed >= required
