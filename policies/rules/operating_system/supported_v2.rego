# METADATA
# title: The v2 sensor's server runs a supported Windows Server
# description: On an operating system that is not supported the classic sensor is neither tested nor helped.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-OS-001
#   subject: server
#   severity: blocker
#   generations: [v2]
#   roles: [dc, rodc, adfs, adcs, entra_connect]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: []
package mdi.rules.operating_system.supported_v2

observed := input.server.os_family

required := data.mdi.tables.operating_systems.v2.families_of_2023 if _still_supported

else := data.mdi.tables.operating_systems.v2.families

_still_supported if {
	input.run.profile == "classic-2023"
	input.run.policy_date < data.mdi.tables.operating_systems.v2.end_of_2012
}

compliant := observed in required
