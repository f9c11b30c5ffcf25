# METADATA
# title: Whoever changes MDI settings holds a sufficient role
# description: A portal step that its owner may not take stops the whole change.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/role-groups
# custom:
#   id: MDI-RBAC-008
#   subject: account
#   severity: blocker
#   generations: [v2, v3, sa]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [rbac.assign_roles, tenant.verify_admin_role]
#   either:
#   - [account.entra_roles, account.urbac_permissions]
package mdi.rules.people.changes_settings

applies := false if data.mdi.lib.people.service_account

applies := input.account.duties.configure_settings if not data.mdi.lib.people.service_account

observed := {"roles": data.mdi.lib.people.active, "permissions": input.account.urbac_permissions}

required := {"one of the roles": _sufficient, "or all permissions": _permissions}

compliant := data.mdi.lib.people.entitled(_sufficient, _permissions)

_sufficient := {"security_administrator", "security_operator", "global_administrator"}

_permissions := {"Authorization and settings/Security settings/Read", "Authorization and settings/Security settings/All permissions", "Authorization and settings/System settings/Read", "Authorization and settings/System settings/All permissions"}
