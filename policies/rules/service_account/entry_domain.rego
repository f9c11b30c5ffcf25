# METADATA
# title: The entry names the full DNS domain of the account
# description: The sensor looks for the account where the entry says, not where the account is.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa
# custom:
#   id: MDI-DSA-008
#   subject: account
#   severity: high
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [workspace.add_dsa]
package mdi.rules.service_account.entry_domain

applies := input.subject.key in object.keys(input.workspace.dsa_entries)

observed := {"entry": input.workspace.dsa_entries[input.subject.key].domain_name, "single label": object.get(input.workspace.dsa_entries[input.subject.key], "single_label", false)}

required := input.account.domain

compliant := {lower(observed.entry) == input.account.domain, _whole} == {true} if input.account.exists

# Where the entry points there is no such account.
compliant := false if input.account.exists == false

# A name of one label is a domain of one label or a NetBIOS name; the box of the portal tells them apart.
_whole if contains(input.workspace.dsa_entries[input.subject.key].domain_name, ".")

_whole := input.workspace.dsa_entries[input.subject.key].single_label if not contains(input.workspace.dsa_entries[input.subject.key].domain_name, ".")
