# METADATA
# title: Every forest trusts an action account or has one of its own
# description: A controller cannot log on an account of a forest that its own does not trust.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/manage-action-accounts
# custom:
#   id: MDI-ACT-009
#   subject: forest
#   severity: high
#   generations: [v2]
#   profiles: [v2-current]
#   basis: documented
#   remediation: [action_account.create_gmsa, action_account.register]
#   either:
#   - [forest.domains, forest.trusts, forest.trusts.<partner>.direction, forest.trusts.<partner>.transitive]
package mdi.rules.response.every_forest

applies := data.mdi.lib.actions.gmsa

observed := {"own": _own, "trusted": _trusted}

required := "an account of the forest, or of one that it trusts"

compliant if count(_own) > 0

compliant if count(_trusted) > 0

compliant := false if {
	count(_own | _trusted) == 0
	is_object(input.forest.domains)
	count(_homes) == count(input.workspace.action_accounts)
	count(_told) == count(input.forest.trusts)
}

_homes := {name: lower(input.workspace.action_accounts[name].domain_name) | some name in object.keys(input.workspace.action_accounts)}

_own := {name | some name, home in _homes; home in object.keys(input.forest.domains)}

# A trust is directed from the one that trusts, which lets accounts of the other in; a transitive one includes the domains
# below the partner.
_trusted := {name |
	some name, home in _homes
	some partner in object.keys(input.forest.trusts)
	input.forest.trusts[partner].direction in {"outbound", "two_way"}
	_reaches(partner, home)
}

_reaches(partner, home) if partner == home

_reaches(partner, home) if {
	input.forest.trusts[partner].transitive
	endswith(home, concat("", [".", partner]))
}

_told := {partner |
	some partner in object.keys(input.forest.trusts)
	is_string(input.forest.trusts[partner].direction)
	is_boolean(input.forest.trusts[partner].transitive)
}
