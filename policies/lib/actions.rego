# METADATA
# title: Who responds in a domain, and where
package mdi.lib.actions

# gmsa says whether responses run as accounts of their own.
gmsa := input.workspace.action_account_mode == "gmsa"

# accounts respond in the domain at hand: those registered for it, or else for its forest, or else all there are.
accounts := _own if {
	_told
	count(_own) > 0
}

accounts := _kin if {
	_told
	count(_own) == 0
	count(_kin) > 0
}

accounts := object.keys(input.workspace.action_accounts) if {
	_told
	count(_own | _kin) == 0
}

# known are those of which it was read who they are.
known := {name |
	some name in accounts
	is_string(input.accounts[name].sid)
	is_object(input.accounts[name].member_of)
}

# sids are what an access check looks for in the name of an account.
sids(name) := data.mdi.lib.acl.sids(input.accounts[name].sid, input.accounts[name].member_of)

# containers of the domain at hand are to be reached: those that the spec names, or the whole domain where it names none.
containers := {dn | some dn in object.keys(input.spec.action_account.ous); _root(dn) == input.domain.dn} if {
	is_object(input.spec.action_account.ous)
	is_string(input.domain.dn)
}

containers := {input.domain.dn} if not input.spec.action_account.ous

# held are the rights of every account below every container, as far as everything about them was read.
held(rights) := {sprintf("%s below %s: %s", [name, container, right]): sprintf("0x%x", [_bits(name, container, right)]) |
	some container in containers
	some name in known
	some right in rights
}

# able says whether all accounts hold all rights below all containers.
able(rights) if {
	count(accounts) > 0
	count(held(rights)) == (count(accounts) * count(containers)) * count(rights)
	not _short(rights)
}

able(_) := false if count(accounts) == 0

able(rights) := false if _short(rights)

# wanted are the same rights as they should be.
wanted(rights) := {right: sprintf("0x%x", [data.mdi.tables.action_rights[right].mask]) | some right in rights}

_short(rights) if {
	some container in containers
	some name in known
	some right in rights
	mask := data.mdi.tables.action_rights[right].mask
	bits.and(_bits(name, container, right), mask) != mask
}

_bits(name, container, right) := bits.and(
	data.mdi.tables.action_rights[right].mask,
	data.mdi.lib.acl.granted_below(
		input.domain.ou_dacls[container].dacl, sids(name),
		data.mdi.tables.action_rights[right].about,
		data.mdi.tables.action_rights[right].class,
	),
)

# Where every account says its domain, and the domain and its forest are known.
_told if {
	is_string(input.domain.dn)
	is_object(input.forest.domains)
	count(_homes) == count(input.workspace.action_accounts)
}

_homes := {name: lower(input.workspace.action_accounts[name].domain_name) | some name in object.keys(input.workspace.action_accounts)}

_own := {name | some name, home in _homes; home == trim_prefix(replace(input.domain.dn, ",dc=", "."), "dc=")}

_kin := {name | some name, home in _homes; home in object.keys(input.forest.domains)}

# The domain that a name stands in: its last components, as far as they are domain components.
_root(dn) := trim_prefix(regex.find_n(`(?:^|,)dc=[^,]+(?:,dc=[^,]+)*$`, dn, 1)[0], ",")
