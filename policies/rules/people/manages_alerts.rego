# METADATA
# title: Whoever works alerts may manage them
# description: An alert that its owner cannot change stays open for ever.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/role-groups
# custom:
#   id: MDI-RBAC-010
#   subject: account
#   severity: low
#   generations: [v2, v3, sa]
#   profiles: [v2-current, v3-current]
#   basis: documented
#   remediation: [rbac.assign_roles]
#   either:
#   - [account.entra_roles, account.urbac_permissions]
package mdi.rules.people.manages_alerts

applies := false if data.mdi.lib.people.service_account

applies := input.account.duties.manage_alerts if not data.mdi.lib.people.service_account

observed := {"roles": data.mdi.lib.people.active, "permissions": input.account.urbac_permissions}

required := {"one of the roles": _sufficient, "or all permissions": _permissions}

compliant := data.mdi.lib.people.entitled(_sufficient, _permissions)

_sufficient := {"security_operator", "security_administrator", "global_administrator"}

_permissions := {"Security operations/Security data/Alerts (manage)", "Security operations/Security data/Security data basics (Read)"}
