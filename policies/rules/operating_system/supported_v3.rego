# METADATA
# title: The v3 sensor's server runs Windows Server 2019 or later
# description: The v3 sensor is part of a Defender for Endpoint that older Windows does not carry.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/deploy-sensor-v3
# custom:
#   id: MDI-OS-008
#   subject: server
#   severity: blocker
#   generations: [v3]
#   profiles: [v3-current]
#   basis: documented
#   remediation: []
package mdi.rules.operating_system.supported_v3

observed := input.server.os_family

required := data.mdi.tables.operating_systems.v3.families

compliant := observed in required
