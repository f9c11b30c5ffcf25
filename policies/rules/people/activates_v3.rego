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

applies := false if data.mdi.lib.people.service_account

applies := input.account.duties.activate_v3 if not data.mdi.lib.people.service_account

observed := {"roles": data.mdi.lib.people.active, "permissions": input.account.urbac_permissions}

required := {"one of the roles": _sufficient, "or all permissions": _permissions}

compliant := data.mdi.lib.people.entitled(_sufficient, _permissions)

_sufficient := {"security_administrator", "global_administrator"}

_permissions := {"Authorization and settings/Security settings/All permissions", "Authorization and settings/System settings/All permissions"}
