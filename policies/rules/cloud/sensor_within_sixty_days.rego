# METADATA
# title: The first sensor registers within 60 days of the workspace's creation
# description: A workspace without a sensor may be deleted after 60 days, with its settings.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-CLOUD-006
#   subject: workspace
#   severity: medium
#   generations: [v2, v3, sa]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [server.install_sensor, v3.activate]
#   either:
#   - [workspace.first_sensor_at, workspace.sensor_count]
package mdi.rules.cloud.sensor_within_sixty_days

observed := {"created": input.workspace.created_at, "first sensor": object.get(input.workspace, "first_sensor_at", "none yet")}

required := "a sensor within 60 days"

compliant := _days(input.workspace.first_sensor_at) <= data.mdi.tables.workspace.days_without_sensor.value

compliant := _days(input.run.now) <= data.mdi.tables.workspace.days_without_sensor.value if {
	not input.workspace.first_sensor_at
	input.workspace.sensor_count == 0
}

_days(then) := (time.parse_rfc3339_ns(then) - time.parse_rfc3339_ns(input.workspace.created_at)) / 86400000000000
