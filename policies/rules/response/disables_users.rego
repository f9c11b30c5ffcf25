# METADATA
# title: The gMSA action account can disable and enable users
# description: The response that stops an attacker at once is to disable the account that was taken over.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/manage-action-accounts
# custom:
#   id: MDI-ACT-006
#   subject: domain
#   severity: high
#   generations: [v2]
#   profiles: [v2-current]
#   basis: documented
#   remediation: [action_account.grant_permissions]
package mdi.rules.response.disables_users

applies := false if data.mdi.lib.actions.gmsa == false

applies := count(data.mdi.lib.actions.containers) > 0 if data.mdi.lib.actions.gmsa

observed := data.mdi.lib.actions.held(_rights)

required := data.mdi.lib.actions.wanted(_rights)

compliant := data.mdi.lib.actions.able(_rights)

_rights := {"account_control"}
