# METADATA
# title: The planned sensors fit the limit of the workspace
# description: A workspace takes a limited number of sensors; the one beyond it cannot register until support raises the limit.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/technical-faq
# custom:
#   id: MDI-CAP-014
#   subject: deployment
#   severity: high
#   generations: [v2, v3, sa]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [workspace.request_sensor_limit]
package mdi.rules.limits.sensor_limit

observed := max([count(_named), object.get(input.workspace, "sensor_count", 0)])

_named := {name |
	some name in object.keys(input.spec.sensors)
	input.spec.sensors[name].generation != "none"
} | _registered

required := object.get(input.workspace, "sensor_limit", _limit)

_limit := data.mdi.tables.limits.sensors.before if input.run.profile == "classic-2023"

else := data.mdi.tables.limits.sensors.before if input.run.policy_date < data.mdi.tables.limits.sensors.since

else := data.mdi.tables.limits.sensors.value

compliant := observed <= required if is_object(input.sensors)

_registered := {name | some name in object.keys(input.sensors)}
