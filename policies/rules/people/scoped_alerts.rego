# METADATA
# title: Users under a scoped Cloud Apps deployment hold the security data permission
# description: Where Defender for Cloud Apps shows alerts to some users only, a user without the permission of his own sees none.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/role-groups
# custom:
#   id: MDI-RBAC-016
#   subject: account
#   severity: low
#   generations: [v2, v3, sa]
#   profiles: [v2-current, v3-current]
#   basis: documented
#   remediation: [rbac.assign_roles]
package mdi.rules.people.scoped_alerts

applies := false if input.tenant.cloud_apps_scoped_alerts == false

applies := false if data.mdi.lib.people.service_account

applies := _sees_alerts if {
	input.tenant.cloud_apps_scoped_alerts
	not data.mdi.lib.people.service_account
}

# Who works in the portal with alerts or with what they are about.
_sees_alerts := true in {does | some does in _told} if count(_told) == count(_duties)

_told := {duty: input.account.duties[duty] | some duty in _duties}

_duties := {"manage_alerts", "view_identities", "respond"}

observed := object.keys(input.account.urbac_permissions)

required := data.mdi.tables.security_data.permission

compliant := required in observed
