# METADATA
# title: Servers that activate v3 through Defender for Endpoint are licensed for it
# description: A v3 sensor is part of Defender for Endpoint and runs only where that is licensed.
# related_resources:
# - ref: https://learn.microsoft.com/office365/servicedescriptions/microsoft-365-service-descriptions/microsoft-365-tenantlevel-services-licensing-guidance/microsoft-365-security-compliance-licensing-guidance
# custom:
#   id: MDI-LIC-009
#   subject: tenant
#   severity: medium
#   generations: [v3]
#   profiles: [v3-current]
#   basis: derived
#   remediation: [tenant.verify_license]
package mdi.rules.licences.defender_for_servers

observed := input.tenant.defender_for_servers_licensed

required := true

compliant := observed
