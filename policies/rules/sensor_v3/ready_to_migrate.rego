# METADATA
# title: The server is ready for the in-place migration to v3
# description: The portal migrates only a plain domain controller that is patched, onboarded and has a recent classic sensor; any other stays as it is.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/migrate-to-sensor-v3
# custom:
#   id: MDI-V3-004
#   subject: sensor
#   severity: blocker
#   generations: [v3]
#   roles: [dc]
#   profiles: [v3-current]
#   basis: documented
#   remediation: [server.install_cumulative_update, mde.onboard_server, sensor.set_delayed_update, v2_to_v3.check_ready]
package mdi.rules.sensor_v3.ready_to_migrate

applies := false if not object.get(input.spec, ["sensor", "migrate"], false)

applies := input.sensor.migration_state != "up_to_date" if input.spec.sensor.migrate

observed := {
	"roles": {role: input.server.roles[role] | some role in _other_roles},
	"v2 version": input.server.sensor_v2.version,
	"system": input.server.os_family,
	"cumulative update": input.server.lcu_month,
	"onboarded": input.server.mde.onboarded,
	"status key": input.server.mde.status_key_present,
	"onboarding policy": input.server.mde.onboarding_policy_present,
	"machine id": input.server.mde.sense_machine_id,
	"sense version": input.server.mde.sense_version,
	"device records": input.server.mde.device_records,
	"updater": input.server.services.aatpsensorupdater.state,
	"sense": input.server.services.sense.state,
	"TLS 1.2": input.server.tls12_client_enabled,
	"portal": input.sensor.migration_state,
}

required := {
	"roles": {role: false | some role in _other_roles},
	"v2 version": data.mdi.tables.migration.sensor_version,
	"system": _systems,
	"cumulative update": _update_floor,
	"onboarded": true,
	"status key": true,
	"onboarding policy": true,
	"sense version": data.mdi.tables.migration.sense_version,
	"device records": 1,
	"updater": "running",
	"sense": "running",
	"TLS 1.2": true,
	"portal": ["ready", "migrating"],
}

compliant := count(_gaps) == 0 if {
	is_object(required)
	count(observed.roles) == count(_other_roles)
}

_gaps contains part if {
	some part in ["roles", "onboarded", "status key", "onboarding policy", "device records", "updater", "sense", "TLS 1.2"]
	observed[part] != required[part]
}

_gaps contains part if {
	some part in ["v2 version", "sense version"]
	not data.mdi.lib.versions.at_least(observed[part], required[part])
}

_gaps contains part if {
	some part in ["system", "portal"]
	not observed[part] in required[part]
}

_gaps contains "cumulative update" if observed["cumulative update"] < _update_floor

_other_roles := ["adfs", "adcs", "entra_connect"]

# What was asked for on the day of the policy: systems joined and the floor rose with time.
_systems := [family | some family, since in data.mdi.tables.migration.systems_since; since <= input.run.policy_date]

_update_floor := max([row.floor | some row in data.mdi.tables.migration.update_floors; row.since <= input.run.policy_date])
