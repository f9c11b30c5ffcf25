# METADATA
# title: Windows Server 2012 does not run in multi-processor-group mode
# description: On Windows Server 2012 the sensor does not run across processor groups.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/troubleshooting-known-issues
# custom:
#   id: MDI-OS-014
#   subject: server
#   severity: blocker
#   generations: [v2]
#   roles: [dc, rodc]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: []
#   either:
#   - [server.os_family, server.processor_group_count]
package mdi.rules.operating_system.one_processor_group

observed := {"system": input.server.os_family, "groups": _groups}

_groups := number if number := input.server.processor_group_count

else := 1

required := "one processor group on Windows Server 2012"

compliant if not input.server.os_family in {"ws2008r2", "ws2012"}

compliant := input.server.processor_group_count == 1 if input.server.os_family in {"ws2008r2", "ws2012"}
