# METADATA
# title: A Microsoft Entra tenant exists
# description: Without an Entra tenant there is nothing a workspace could belong to.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-ROLE-001
#   subject: tenant
#   severity: blocker
#   generations: [v2, v3, sa]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: []
package mdi.rules.people.tenant_exists

observed := input.tenant.exists

required := true

compliant := input.tenant.exists
