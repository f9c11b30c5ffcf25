# METADATA
# title: A Windows Server 2022 domain controller is past the March 2024 update that leaks memory
# description: With that one update the directory service of a controller leaks memory until it restarts.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/deploy-sensor-v3
# custom:
#   id: MDI-OS-011
#   subject: server
#   severity: medium
#   generations: [v3]
#   roles: [dc]
#   profiles: [v3-current]
#   basis: historic
#   remediation: [server.install_cumulative_update]
#   either:
#   - [server.os_family, server.os_revision]
package mdi.rules.operating_system.march_2024_leak

observed := {"system": input.server.os_family, "revision": _revision}

_revision := number if number := input.server.os_revision

else := "not read"

required := "not exactly revision 2340, or KB5037422"

compliant if input.server.os_family != "ws2022"

compliant := input.server.os_revision != data.mdi.tables.leaking_revision.value if input.server.os_family == "ws2022"
