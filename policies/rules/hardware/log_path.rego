# METADATA
# title: A custom log path exists or can be created
# description: A sensor that cannot make its log folder runs without logs, and nobody can help it.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-HW-016
#   subject: server
#   severity: low
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: []
#   either:
#   - [server.sensor_v2.custom_log_path_set, server.sensor_v2.custom_log_path_creatable]
package mdi.rules.hardware.log_path

observed := {"set": input.server.sensor_v2.custom_log_path_set, "creatable": object.get(input.server.sensor_v2, "custom_log_path_creatable", "not read")}

required := "none, or one the service can create"

compliant if input.server.sensor_v2.custom_log_path_set == false

compliant := input.server.sensor_v2.custom_log_path_creatable if input.server.sensor_v2.custom_log_path_set
