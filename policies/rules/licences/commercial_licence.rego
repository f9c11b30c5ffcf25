# METADATA
# title: The commercial tenant owns a licence that contains Defender for Identity
# description: A sensor cannot register in a tenant that owns no licence with the Defender for Identity service plan.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2
# custom:
#   id: MDI-LIC-001
#   subject: tenant
#   severity: blocker
#   generations: [v2, v3, sa]
#   profiles: [v2-current, v3-current]
#   basis: documented
#   remediation: [tenant.verify_license]
package mdi.rules.licences.commercial_licence

applies := input.tenant.cloud == "commercial"

observed := {sku.part_number | some sku in input.tenant.skus}

required := "a subscription with enabled units that contains the Defender for Identity service plan"

compliant := count(_eligible) > 0 if is_object(input.tenant.skus)

_eligible contains id if {
	some id
	input.tenant.skus[id].status in data.mdi.tables.licences.in_force
	input.tenant.skus[id].enabled_units > 0
	input.tenant.skus[id].service_plans[data.mdi.tables.licences.service_plan.id] in data.mdi.tables.licences.service_plan.working
}
