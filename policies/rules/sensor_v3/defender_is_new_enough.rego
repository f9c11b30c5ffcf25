# METADATA
# title: Defender on a v3 server is new enough for streamlined connectivity
# description: Older parts of Defender know nothing of the streamlined hosts and look for the many old ones.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/deploy-sensor-v3
# custom:
#   id: MDI-V3-014
#   subject: server
#   severity: medium
#   generations: [v3]
#   profiles: [v3-current]
#   basis: documented
#   remediation: [server.install_cumulative_update]
package mdi.rules.sensor_v3.defender_is_new_enough

observed := {part: input.server.mde[part] | some part in object.keys(data.mdi.tables.defender_versions)}

required := {part: row.value | some part, row in data.mdi.tables.defender_versions}

compliant := count(_old) == 0 if count(observed) == count(required)

_old := {part |
	some part in object.keys(required)
	not data.mdi.lib.versions.at_least(input.server.mde[part], required[part])
}
