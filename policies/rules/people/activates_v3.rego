# METADATA
# title: Whoever activates v3 sensors holds a sufficient role
# description: Activation fails half way for somebody who may see the page and not change it.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/role-groups
# custom:
#   id: MDI-RBAC-002
#   subject: account
#   severity: blocker
#   generations: [v3]
#   profiles: [v3-current]
#   basis: documented
#   remediation: [tenant.verify_admin_role, rbac.assign_roles]
#   either:
#   - [account.entra_roles, account.urbac_permissions]
package mdi.rules.people.activates_v3

applies := false if input.subject.key in _service_accounts

applies := input.account.duties.activate_v3 if not input.subject.key in _service_accounts

observed := {"roles": _active, "permissions": input.account.urbac_permissions}

required := {"one of the roles": _sufficient, "or all permissions": _permissions}

compliant := count(_sufficient & _active) > 0 if {
	is_object(input.account.entra_roles)
	is_object(input.account.urbac_permissions)
	not _permitted
}

compliant if count(_sufficient & _active) > 0

compliant if _permitted

_service_accounts := object.keys(object.get(input.spec, ["dsa", "accounts"], {}))

_sufficient := {"security_administrator", "global_administrator"}

_permissions := {"Authorization and settings/Security settings/All permissions", "Authorization and settings/System settings/All permissions"}

_active := {role |
	some role in object.keys(input.account.entra_roles)
	input.account.entra_roles[role] == "active"
}

_permitted if _permissions - object.keys(input.account.urbac_permissions) == set()
