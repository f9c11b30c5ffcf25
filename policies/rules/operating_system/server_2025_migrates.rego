# METADATA
# title: A Windows Server 2025 domain controller is migrated to v3 only since July 2026
# description: Before that month the migration of the portal refused these controllers.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/deploy-sensor-v3
# custom:
#   id: MDI-OS-013
#   subject: server
#   severity: info
#   generations: [v2, v3]
#   roles: [dc]
#   profiles: [v2-current, v3-current]
#   basis: documented
#   remediation: []
package mdi.rules.operating_system.server_2025_migrates

applies := false if not object.get(input.spec, ["sensor", "migrate"], false)

applies := input.server.os_family == "ws2025" if input.spec.sensor.migrate

observed := {"on": input.run.policy_date, "system": input.server.os_family}

required := {"since": data.mdi.tables.operating_systems.migration_of_2025.since}

compliant := observed.on >= required.since
