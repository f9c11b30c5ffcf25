# METADATA
# title: A standalone sensor in a workgroup uses a user account
# description: Only a member of a domain gets the password of a managed account.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-standalone
# custom:
#   id: MDI-DSA-038
#   subject: sensor
#   severity: blocker
#   generations: [sa]
#   profiles: [classic-2023, v2-current]
#   basis: derived
#   remediation: [domain.create_dsa_user, workspace.add_dsa]
package mdi.rules.service_account.workgroup_uses_a_user

applies := input.server.domain_joined == false

observed := {name: input.workspace.dsa_entries[name].type | some name in object.keys(input.workspace.dsa_entries)}

required := "an entry of a user account"

compliant if "user" in {type | some type in observed}

compliant := false if {
	count(observed) == count(input.workspace.dsa_entries)
	not "user" in {type | some type in observed}
}
