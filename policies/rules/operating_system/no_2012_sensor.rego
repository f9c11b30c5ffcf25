# METADATA
# title: No existing v2 sensor is left on Windows Server 2012 or 2012 R2
# description: Windows Server 2012 left support on 2023-10-10; a sensor there goes on and loses functions.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-OS-005
#   subject: server
#   severity: high
#   generations: [v2]
#   roles: [dc, rodc]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: []
#   either:
#   - [server.os_family, server.sensor_v2.installed]
package mdi.rules.operating_system.no_2012_sensor

observed := input.server.os_family

required := "no sensor on Windows Server 2012 or 2012 R2"

compliant if _old == false

# Until its end it was supported, with less; since then a new sensor is refused by the list of systems.
compliant := false if {
	_old
	_still_supported
}

compliant := input.server.sensor_v2.installed == false if {
	_old
	not _still_supported
}

_old := observed in {"ws2012", "ws2012r2"}

_still_supported if {
	input.run.profile == "classic-2023"
	input.run.policy_date < data.mdi.tables.operating_systems.v2.end_of_2012
}
