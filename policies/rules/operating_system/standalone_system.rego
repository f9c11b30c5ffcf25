# METADATA
# title: The standalone sensor's server runs a Windows Server its page lists
# description: The page of the standalone sensor lists its systems; another one is nobody's promise.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-standalone
# custom:
#   id: MDI-OS-016
#   subject: server
#   severity: blocker
#   generations: [sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: []
package mdi.rules.operating_system.standalone_system

observed := input.server.os_family

required := {"ws2016", "ws2019", "ws2022"}

compliant := observed in required
