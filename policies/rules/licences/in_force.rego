# METADATA
# title: The licence is in force, not in grace, suspended or expired
# description: After the grace period the data is erased and the workspace with it.
# related_resources:
# - ref: https://learn.microsoft.com/office365/servicedescriptions/microsoft-365-service-descriptions/microsoft-365-tenantlevel-services-licensing-guidance/microsoft-365-security-compliance-licensing-guidance
# custom:
#   id: MDI-LIC-008
#   subject: tenant
#   severity: high
#   generations: [v2, v3, sa]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [tenant.verify_license]
package mdi.rules.licences.in_force

observed := {id: input.tenant.skus[id].status | some id in _relevant}

required := "one enabled, and not past its term"

compliant := count(_good) > 0 if count(_told) == count(input.tenant.skus)

_told := {id |
	some id in object.keys(input.tenant.skus)
	is_string(input.tenant.skus[id].status)
	is_object(input.tenant.skus[id].service_plans)
}

_relevant := {id |
	some id in object.keys(input.tenant.skus)
	input.tenant.skus[id].service_plans[data.mdi.tables.licences.service_plan.id]
}

_good := {id |
	some id in _relevant
	input.tenant.skus[id].status == "enabled"
	not _over(id)
}

_over(id) if time.parse_rfc3339_ns(input.tenant.skus[id].expires_at) <= time.parse_rfc3339_ns(input.run.now)
