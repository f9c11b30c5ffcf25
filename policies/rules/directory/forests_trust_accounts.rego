# METADATA
# title: In 2023 every forest trusts the directory service accounts of the others
# description: In 2023 one list of accounts was tried everywhere, and each of them had to be able to log on.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/multi-forest
# custom:
#   id: MDI-AD-011
#   subject: forest
#   severity: medium
#   generations: [v2, sa]
#   profiles: [classic-2023]
#   basis: historic
#   remediation: []
package mdi.rules.directory.forests_trust_accounts

applies := count(_foreign) > 0 if {
	is_object(input.forest.domains)
	count(_homes) == count(input.workspace.dsa_entries)
}

observed := {name: answer | some name, home in _foreign; answer := data.mdi.lib.trusts.carries(home, data.mdi.lib.trusts.here)}

required := {name: true | some name in object.keys(_foreign)}

compliant := observed == required if count(observed) == count(_foreign)

_homes := {name: lower(input.workspace.dsa_entries[name].domain_name) | some name in object.keys(input.workspace.dsa_entries)}

_foreign := {name: home |
	some name, home in _homes
	not input.forest.domains[home]
}
