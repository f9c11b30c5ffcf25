# METADATA
# title: The gMSA action account is registered with its domain
# description: Sensors look for the account in the domain that was typed; in another they find nothing and respond to nothing.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/manage-action-accounts
# custom:
#   id: MDI-ACT-012
#   subject: workspace
#   severity: high
#   generations: [v2]
#   profiles: [v2-current]
#   basis: documented
#   remediation: [action_account.register]
package mdi.rules.response.registered

applies if input.spec.action_account.mode == "gmsa"

applies := data.mdi.lib.actions.gmsa if input.spec.action_account.mode != "gmsa"

observed := {"mode": input.workspace.action_account_mode, "accounts": {name: input.workspace.action_accounts[name].domain_name | some name in object.keys(input.workspace.action_accounts)}}

required := "gmsa, and each account with the domain it lives in"

compliant := false if data.mdi.lib.actions.gmsa == false

compliant := false if count(input.workspace.action_accounts) == 0

compliant := false if count(_astray) > 0

compliant if {
	data.mdi.lib.actions.gmsa
	count(input.workspace.action_accounts) > 0
	count(_home) == count(input.workspace.action_accounts)
}

_astray := {name |
	some name in object.keys(input.workspace.action_accounts)
	input.accounts[name].exists == false
} | {name |
	some name in object.keys(input.workspace.action_accounts)
	lower(input.workspace.action_accounts[name].domain_name) != input.accounts[name].domain
}

_home := {name |
	some name in object.keys(input.workspace.action_accounts)
	input.accounts[name].exists
	lower(input.workspace.action_accounts[name].domain_name) == input.accounts[name].domain
}
