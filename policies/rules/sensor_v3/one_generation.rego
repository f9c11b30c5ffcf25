# METADATA
# title: v2 and v3 do not stand side by side, and a v3 server has neither RADIUS nor syslog duty
# description: Two generations on one server report everything twice and disturb each other; v3 has neither VPN nor syslog.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/deploy-sensor-v3
# custom:
#   id: MDI-V3-001
#   subject: sensor
#   severity: blocker
#   generations: [v2, v3]
#   profiles: [v3-current]
#   basis: documented
#   remediation: [v2_to_v3.rehome_v2_features, sensor.uninstall, sensor.delete_portal_entry, v2_to_v3.migrate]
package mdi.rules.sensor_v3.one_generation

observed := {"v2": input.server.sensor_v2.installed, "v3": input.server.sensor_v3.installed}

required := "not both, and no v2-only duty on v3"

compliant := count(_conflicts) == 0 if count(observed) == 2

_conflicts contains "both generations are installed" if {
	observed.v2
	observed.v3
	not input.spec.sensor.migrate
}

_conflicts contains "v3 is planned, v2 is installed and no migration is planned" if {
	observed.v2
	input.spec.sensor.generation == "v3"
	not input.spec.sensor.migrate
}

_conflicts contains "v3 cannot receive RADIUS accounting" if {
	input.spec.sensor.generation == "v3"
	input.spec.sensor.radius_target
}

_conflicts contains "v3 cannot send syslog" if {
	input.spec.sensor.generation == "v3"
	input.spec.sensor.syslog_sender
}
