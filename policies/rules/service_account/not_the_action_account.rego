# METADATA
# title: Directory service and action account are different accounts
# description: An account that reads everything is to change nothing; one that does both is worth stealing twice.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/manage-action-accounts
# custom:
#   id: MDI-DSA-031
#   subject: workspace
#   severity: medium
#   generations: [v2]
#   profiles: [v2-current]
#   basis: documented
#   remediation: [action_account.create_gmsa, action_account.register]
#   either:
#   - [workspace.action_account_mode, workspace.action_accounts, workspace.dsa_entries]
package mdi.rules.service_account.not_the_action_account

observed := {"mode": input.workspace.action_account_mode, "both": _both}

required := set()

# LocalSystem is no account of the workspace.
compliant if input.workspace.action_account_mode == "local_system"

compliant := count(_both) == 0 if input.workspace.action_account_mode == "gmsa"

_both := object.keys(input.workspace.action_accounts) & object.keys(input.workspace.dsa_entries)
