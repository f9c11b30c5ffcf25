# METADATA
# title: Windows Server 2019 has KB4487044 or a later cumulative update
# description: On an older Server 2019 the sensor is stopped by itself, because its directory library leaks memory.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-OS-002
#   subject: server
#   severity: blocker
#   generations: [v2]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [server.install_cumulative_update]
package mdi.rules.operating_system.server_2019_update

applies := input.server.os_family == "ws2019"

observed := input.server.ntdsai_version

required := data.mdi.tables.operating_systems.v2.ntdsai_floor

compliant := data.mdi.lib.versions.at_least(observed, required)
