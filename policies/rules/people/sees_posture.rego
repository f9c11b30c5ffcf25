# METADATA
# title: Whoever owns posture may see the identity assessments
# description: Weaknesses that their owner cannot see stay open.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/role-groups
# custom:
#   id: MDI-RBAC-011
#   subject: account
#   severity: low
#   generations: [v2, v3, sa]
#   profiles: [v2-current, v3-current]
#   basis: documented
#   remediation: [rbac.assign_roles]
#   either:
#   - [account.entra_roles, account.urbac_permissions]
package mdi.rules.people.sees_posture

applies := false if data.mdi.lib.people.service_account

applies := input.account.duties.view_posture if not data.mdi.lib.people.service_account

observed := {"roles": data.mdi.lib.people.active_roles(object.get(input.account, "entra_roles", {})), "permissions": object.keys(object.get(input.account, "urbac_permissions", {}))}

required := {"one of the roles": data.mdi.tables.access.posture.roles, "or all permissions of one set": data.mdi.tables.access.posture.permissions}

compliant if data.mdi.lib.people.entitled_by_role(data.mdi.tables.access.posture, input.account.entra_roles)

compliant if data.mdi.lib.people.entitled_by_permission(data.mdi.tables.access.posture, input.account.urbac_permissions)

compliant := false if {
	data.mdi.lib.people.entitled_by_role(data.mdi.tables.access.posture, input.account.entra_roles) == false
	data.mdi.lib.people.entitled_by_permission(data.mdi.tables.access.posture, input.account.urbac_permissions) == false
}
