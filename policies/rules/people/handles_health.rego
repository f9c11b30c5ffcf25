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

applies := false if data.mdi.lib.people.service_account

applies := input.account.duties.manage_health_issues if not data.mdi.lib.people.service_account

observed := {"roles": data.mdi.lib.people.active, "permissions": input.account.urbac_permissions}

required := {"one of the roles": _sufficient, "or all permissions": _permissions}

compliant := data.mdi.lib.people.entitled(_sufficient, _permissions)

_sufficient := {"security_administrator", "global_administrator"}

_permissions := {"Authorization and settings/Security settings/Read", "Authorization and settings/Security settings/All permissions", "Authorization and settings/System settings/Read", "Authorization and settings/System settings/All permissions", "Security operations/Security data/Alerts (manage)"}
