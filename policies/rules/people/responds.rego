# METADATA
# title: Whoever responds may run response actions
# description: A response that needs a second person comes too late.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/role-groups
# custom:
#   id: MDI-RBAC-013
#   subject: account
#   severity: medium
#   generations: [v2, v3, sa]
#   profiles: [v2-current, v3-current]
#   basis: documented
#   remediation: [rbac.assign_roles]
#   either:
#   - [account.entra_roles, account.urbac_permissions]
package mdi.rules.people.responds

applies := false if input.subject.key in _service_accounts

applies := input.account.duties.respond if not input.subject.key in _service_accounts

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

_sufficient := {"security_operator", "soc_identity_responder", "security_administrator", "global_administrator"}

_permissions := {"Security operations/Security data/Response (manage)"}

_active := {role |
	some role in object.keys(input.account.entra_roles)
	input.account.entra_roles[role] == "active"
}

_permitted if _permissions - object.keys(input.account.urbac_permissions) == set()
