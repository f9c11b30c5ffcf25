# METADATA
# title: What the trusts of the forest at hand carry
# description: Directions are seen from this forest. Outbound trusts the accounts of the partner here, inbound those of here at the partner.
package mdi.lib.trusts

# here are the directions by which accounts of the partner log on here, there those by which ours log on there.
here := {"outbound", "two_way"}

there := {"inbound", "two_way"}

# both are those that a directory service account of one side needs to serve the other without doubt: what a one-way trust
# is good for no article says, so it counts as none.
both := {"two_way"}

# carries says whether a trust in one of the directions covers a domain; kerberos says whether Kerberos crosses it too.
# Both are undefined until every trust has been read.
carries(domain, directions) := count(_partners(domain, directions)) > 0 if {
	count({partner | some partner in object.keys(input.forest.trusts); is_string(input.forest.trusts[partner].direction)}) == count(input.forest.trusts)
}

kerberos(domain, directions) := {partner | some partner in _partners(domain, directions); input.forest.trusts[partner].kerberos} != set() if {
	is_boolean(carries(domain, directions))
	count({partner | some partner in object.keys(input.forest.trusts); is_boolean(input.forest.trusts[partner].kerberos)}) == count(input.forest.trusts)
}

_partners(domain, directions) := {partner |
	some partner in object.keys(input.forest.trusts)
	input.forest.trusts[partner].direction in directions
	_covers(partner, domain)
}

# A trust names the root of the other forest, and covers what lies below it.
_covers(partner, domain) if partner == domain

_covers(partner, domain) if endswith(domain, sprintf(".%s", [partner]))
