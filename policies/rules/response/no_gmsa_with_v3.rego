# METADATA
# title: With any v3 sensor no gMSA action account is left
# description: A v3 sensor acts as LocalSystem; a gMSA that is still registered makes its actions fail.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/manage-action-accounts
# custom:
#   id: MDI-ACT-002
#   subject: workspace
#   severity: high
#   generations: [v3]
#   profiles: [v3-current]
#   basis: documented
#   remediation: [v3.set_action_account_local_system]
package mdi.rules.response.no_gmsa_with_v3

applies := input.workspace.action_account_mode in {"gmsa", "local_system"}

observed := {"mode": input.workspace.action_account_mode, "accounts": object.keys(input.workspace.action_accounts)}

required := "local_system, and no account"

compliant := false if input.workspace.action_account_mode != "local_system"

compliant := count(input.workspace.action_accounts) == 0 if input.workspace.action_account_mode == "local_system"
