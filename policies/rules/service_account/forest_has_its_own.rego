# METADATA
# title: Every forest without a two-way Kerberos trust has an account of its own
# description: Across any other trust, or none, the account of one forest is a stranger in the other.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/multi-forest
# custom:
#   id: MDI-DSA-004
#   subject: forest
#   severity: high
#   generations: [v2, sa]
#   profiles: [classic-2023, v2-current]
#   basis: documented
#   remediation: [domain.create_gmsa, workspace.add_dsa]
package mdi.rules.service_account.forest_has_its_own

# Without any entry the question is whether one is needed, which other rules ask.
applies := count(input.workspace.dsa_entries) > 0

observed := {"own": {name | some name, home in _homes; input.forest.domains[home]}, "across a trust": {name | some name in _shared}}

required := "an account of the forest, or one across a two-way Kerberos trust"

compliant if {
	some home in _homes
	input.forest.domains[home]
}

compliant := count(_shared) > 0 if {
	is_object(input.forest.domains)
	count(_homes) == count(input.workspace.dsa_entries)
	count({name | some name, home in _homes; input.forest.domains[home]}) == 0
	count(_answers) == count(_homes)
}

_homes := {name: lower(input.workspace.dsa_entries[name].domain_name) | some name in object.keys(input.workspace.dsa_entries)}

_answers := {name: data.mdi.lib.trusts.kerberos(home, data.mdi.lib.trusts.both) | some name, home in _homes}

_shared := {name | some name, carries in _answers; carries}
