# METADATA
# title: Whoever creates the workspace is Security Administrator
# description: Only a Security Administrator can create the workspace; the role may be eligible, but it has to be activated first.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/role-groups
# custom:
#   id: MDI-RBAC-001
#   subject: account
#   severity: blocker
#   generations: [v2, v3, sa]
#   profiles: [classic-2023, v2-current, v3-current]
#   basis: documented
#   remediation: [tenant.verify_admin_role]
package mdi.rules.people.workspace_creator

applies := false if data.mdi.lib.people.service_account

applies := input.account.duties.create_workspace if not data.mdi.lib.people.service_account

observed := input.account.entra_roles

required := {"security_administrator", "global_administrator"} if input.run.profile == "classic-2023"

else := {"security_administrator"}

compliant := count(required & _active) > 0 if is_object(input.account.entra_roles)

_active := {role |
	some role in object.keys(input.account.entra_roles)
	input.account.entra_roles[role] == "active"
}
