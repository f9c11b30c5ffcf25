# METADATA
# title: Whoever handles health issues may close and suppress them
# description: Whoever cannot close a health issue learns to ignore them.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/role-groups
# custom:
#   id: MDI-RBAC-014
#   subject: account
#   severity: low
#   generations: [v2, v3, sa]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [rbac.assign_roles]
#   either:
#   - [account.entra_roles, account.urbac_permissions]
package mdi.rules.people.handles_health

applies := false if input.subject.key in _service_accounts

applies := input.account.duties.manage_health_issues if not input.subject.key in _service_accounts

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

_permissions := {"Authorization and settings/Security settings/Read", "Authorization and settings/Security settings/All permissions", "Authorization and settings/System settings/Read", "Authorization and settings/System settings/All permissions", "Security operations/Security data/Alerts (manage)"}

_active := {role |
	some role in object.keys(input.account.entra_roles)
	input.account.entra_roles[role] == "active"
}

_permitted if _permissions - object.keys(input.account.urbac_permissions) == set()
