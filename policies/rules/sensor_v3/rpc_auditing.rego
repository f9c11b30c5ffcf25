# METADATA
# title: RPC auditing is in effect on a v3 domain controller
# description: Without RPC auditing some identity detections of the v3 sensor have nothing to work on.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/deploy-sensor-v3
# custom:
#   id: MDI-V3-002
#   subject: sensor
#   severity: medium
#   generations: [v3]
#   roles: [dc, rodc]
#   profiles: [v3-current]
#   basis: documented
#   remediation: [server.install_cumulative_update, v3.configure_rpc_audit]
package mdi.rules.sensor_v3.rpc_auditing

# What is only planned has no version yet.
applies := input.server.sensor_v3.installed

observed := {"version": input.server.sensor_v3.version, "tags": {tag: input.server.mde.device_tags[tag].applied_at | some tag in object.keys(input.server.mde.device_tags)}}

required := sprintf("version %s, or one of the tags %v for an hour", [data.mdi.tables.rpc_audit.since_version, data.mdi.tables.rpc_audit.tags])

compliant if data.mdi.lib.versions.at_least(input.server.sensor_v3.version, data.mdi.tables.rpc_audit.since_version)

compliant := count(_in_effect) > 0 if {
	data.mdi.lib.versions.at_least(input.server.sensor_v3.version, data.mdi.tables.rpc_audit.since_version) == false
	is_object(input.server.mde.device_tags)
}

_in_effect := {tag |
	some tag in data.mdi.tables.rpc_audit.tags
	time.parse_rfc3339_ns(input.run.now) - time.parse_rfc3339_ns(input.server.mde.device_tags[tag].applied_at) >= data.mdi.tables.rpc_audit.wait_seconds * 1000000000
}
