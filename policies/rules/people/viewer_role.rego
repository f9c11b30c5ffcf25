# METADATA
# title: The custom viewer role is complete and no wider than intended
# description: A viewer who may change settings is no viewer, and one who lacks a permission sees an empty page.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/role-groups
# custom:
#   id: MDI-RBAC-007
#   subject: tenant
#   severity: low
#   generations: [v2, v3, sa]
#   profiles: [v2-current, v3-current]
#   basis: documented
#   remediation: [rbac.assign_roles]
package mdi.rules.people.viewer_role

observed := _different

required := data.mdi.tables.personas.viewer

compliant := count(_different) == 0 if count(_told) == count(input.tenant.urbac.roles)

_told := {name |
	some name in object.keys(input.tenant.urbac.roles)
	is_string(input.tenant.urbac.roles[name].persona)
	is_object(input.tenant.urbac.roles[name].permissions)
}

_different := {name: {"missing": required - held, "more than needed": held - required} |
	some name in object.keys(input.tenant.urbac.roles)
	input.tenant.urbac.roles[name].persona == "viewer"
	held := object.keys(input.tenant.urbac.roles[name].permissions)
	held != required
}
