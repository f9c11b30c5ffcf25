# METADATA
# title: In 2023 a role server runs Windows Server 2016 or later
# description: In 2023 the older systems that a controller could still run were never supported on a server of another role.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/active-directory-federation-services
# custom:
#   id: MDI-OS-007
#   subject: server
#   severity: blocker
#   generations: [v2]
#   roles: [adfs, adcs]
#   profiles: [classic-2023]
#   basis: historic
#   remediation: []
package mdi.rules.operating_system.role_server_2016

observed := input.server.os_family

required := data.mdi.tables.operating_systems.role_servers_2023.families

compliant := observed in required
