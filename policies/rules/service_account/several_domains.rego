# METADATA
# title: Without a Directory Service Account there is one domain and one forest
# description: Without an account a sensor sees its own domain; everything behind it stays names.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/directory-service-accounts
# custom:
#   id: MDI-DSA-002
#   subject: deployment
#   severity: medium
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [workspace.add_dsa]
#   either:
#   - [workspace.dsa_entries, forests, forest.domains]
package mdi.rules.service_account.several_domains

observed := {"entries": count(input.workspace.dsa_entries), "domains": sum([count(forest.domains) | some forest in input.forests])}

required := "an account, or one domain in one forest"

compliant if count(input.workspace.dsa_entries) > 0

compliant := {count(input.forests) == 1, observed.domains == 1} == {true} if {
	count(input.workspace.dsa_entries) == 0
	count(_told) == count(input.forests)
}

_told := {name |
	some name in object.keys(input.forests)
	is_object(input.forests[name].domains)
}
