# METADATA
# title: The custom user role is complete
# description: A role that lacks one permission stops its owner at the one page that is needed.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/role-groups
# custom:
#   id: MDI-RBAC-006
#   subject: tenant
#   severity: medium
#   generations: [v2, v3, sa]
#   profiles: [v2-current, v3-current]
#   basis: documented
#   remediation: [rbac.assign_roles]
package mdi.rules.people.user_role

observed := _short

required := data.mdi.tables.personas.user

compliant := count(_short) == 0 if count(_told) == count(input.tenant.urbac.roles)

_told := {name |
	some name in object.keys(input.tenant.urbac.roles)
	is_string(input.tenant.urbac.roles[name].persona)
	is_object(input.tenant.urbac.roles[name].permissions)
}

_short := {name: missing |
	some name in object.keys(input.tenant.urbac.roles)
	input.tenant.urbac.roles[name].persona == "user"
	missing := data.mdi.tables.personas.user - object.keys(input.tenant.urbac.roles[name].permissions)
	count(missing) > 0
}
