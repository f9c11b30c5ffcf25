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

applies := false if data.mdi.lib.people.service_account

applies := input.account.duties.respond if not data.mdi.lib.people.service_account

observed := {"roles": data.mdi.lib.people.active, "permissions": input.account.urbac_permissions}

required := {"one of the roles": _sufficient, "or all permissions": _permissions}

compliant := data.mdi.lib.people.entitled(_sufficient, _permissions)

_sufficient := {"security_operator", "soc_identity_responder", "security_administrator", "global_administrator"}

_permissions := {"Security operations/Security data/Response (manage)"}
