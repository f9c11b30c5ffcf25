# METADATA
# title: Members of the legacy groups are Entra users of the tenant
# description: Guests, groups and applications in these groups get no access, and nobody is told.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/role-groups
# custom:
#   id: MDI-RBAC-017
#   subject: tenant
#   severity: low
#   generations: [v2, v3, sa]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: []
package mdi.rules.people.legacy_members

observed := _others

required := set()

compliant := count(_others) == 0 if count(_read) == count(input.tenant.legacy_groups)

_read := {name |
	some name in object.keys(input.tenant.legacy_groups)
	is_object(input.tenant.legacy_groups[name].members)
}

_others := {sprintf("%s: %s", [name, kind]) |
	some name in object.keys(input.tenant.legacy_groups)
	some kind in input.tenant.legacy_groups[name].members
	kind != "user"
}
