# METADATA
# title: The entry names the account in the form the portal needs
# description: The portal takes what is typed; a name in another form fails only when the sensor logs on.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa
# custom:
#   id: MDI-DSA-007
#   subject: account
#   severity: high
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [workspace.add_dsa]
package mdi.rules.service_account.entry_name_form

applies := input.subject.key in object.keys(input.workspace.dsa_entries)

observed := {"name": input.workspace.dsa_entries[input.subject.key].account_name, "type": input.workspace.dsa_entries[input.subject.key].type}

required := "no @ and no domain before it; a dollar sign at the end of a gMSA, and only there"

compliant := {contains(observed.name, "@"), contains(observed.name, "\\"), endswith(observed.name, "$") != (observed.type == "gmsa")} == {false}
