# METADATA
# title: The gMSA action account can change group membership where that is wanted
# description: A user who was put into a powerful group keeps its power until somebody may take it back.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/manage-action-accounts
# custom:
#   id: MDI-ACT-007
#   subject: domain
#   severity: info
#   generations: [v2]
#   profiles: [v2-current]
#   basis: documented
#   remediation: [action_account.grant_permissions]
package mdi.rules.response.changes_groups

applies := false if not input.spec.action_account.change_groups

applies := false if data.mdi.lib.actions.gmsa == false

applies := count(data.mdi.lib.actions.containers) > 0 if {
	input.spec.action_account.change_groups
	data.mdi.lib.actions.gmsa
}

observed := data.mdi.lib.actions.held(_rights)

required := data.mdi.lib.actions.wanted(_rights)

compliant := data.mdi.lib.actions.able(_rights)

_rights := {"member"}
