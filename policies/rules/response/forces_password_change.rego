# METADATA
# title: The gMSA action account can force a password change
# description: A stolen password stays good until somebody may change it.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/manage-action-accounts
# custom:
#   id: MDI-ACT-005
#   subject: domain
#   severity: high
#   generations: [v2]
#   profiles: [v2-current]
#   basis: documented
#   remediation: [action_account.grant_permissions]
package mdi.rules.response.forces_password_change

applies := false if data.mdi.lib.actions.gmsa == false

applies := count(data.mdi.lib.actions.containers) > 0 if data.mdi.lib.actions.gmsa

observed := data.mdi.lib.actions.held(_rights)

required := data.mdi.lib.actions.wanted(_rights)

compliant := data.mdi.lib.actions.able(_rights)

_rights := {"reset_password", "password_last_set"}
