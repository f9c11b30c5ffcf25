# METADATA
# title: The region that follows from the tenant's country meets the residency rule
# description: The service chooses where the data lies by the country of the tenant, and a workspace can never be moved.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/privacy-compliance
# custom:
#   id: MDI-CLOUD-004
#   subject: tenant
#   severity: blocker
#   generations: [v2, v3, sa]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [tenant.accept_region]
#   either:
#   - [tenant.country, workspace.geolocation]
package mdi.rules.cloud.region

# A spec that names no geography has no residency rule.
applies if input.spec.workspace.expected_geography

applies := false if not input.spec.workspace.expected_geography

observed := {"workspace": input.workspace.exists, "geography": _shown}

required := input.spec.workspace.expected_geography

compliant := lower(_geography) == lower(input.spec.workspace.expected_geography)

# Nobody can tell from the articles; the owner of the data has the answer of the service in writing.
compliant if {
	_untold
	input.spec.workspace.region_accepted
}

_geography := input.workspace.geolocation if input.workspace.exists

_geography := data.mdi.tables.geographies.countries[upper(input.tenant.country)] if input.workspace.exists == false

_shown := _geography

_shown := sprintf("of %s, not documented", [input.tenant.country]) if _untold

_untold if {
	input.workspace.exists == false
	not data.mdi.tables.geographies.countries[upper(input.tenant.country)]
}
