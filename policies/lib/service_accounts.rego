# METADATA
# title: Which directory service account is for whom
package mdi.lib.service_accounts

# planned_for are the accounts of the spec that are meant for a domain.
planned_for(domain) := {name |
	some name in object.keys(input.spec.dsa.accounts)
	input.spec.dsa.accounts[name].serves[domain]
}

# serving are those meant for the domain of the server at hand, known those of them of which it was read who they are.
serving := planned_for(input.server.domain)

known := {name |
	some name in serving
	is_string(input.accounts[name].sid)
	is_object(input.accounts[name].member_of)
}

# sids are what an access check looks for in the name of an account.
sids(name) := data.mdi.lib.acl.sids(input.accounts[name].sid, input.accounts[name].member_of)

# managed_for are those of them that are group managed.
managed_for(domain) := {name | some name in planned_for(domain); managed(name)}

# managed says so by the key: the name of a managed account ends with a dollar sign, that of a user never does.
managed(name) if contains(name, "$@")

# named says whether a list of principals names an account: itself, by its SID or, while it is only planned, by its key, or a
# group of it. That none does is known only when all of them are, or when there is no such account.
named(name, principals) if count(_principals(name) & principals) > 0

named(name, principals) := false if {
	count(_principals(name) & principals) == 0
	is_string(input.accounts[name].sid)
	is_object(input.accounts[name].member_of)
}

_principals(name) := ({name} | {sid | sid := input.accounts[name].sid}) | {group | some group in object.keys(input.accounts[name].member_of)}

# Nobody has named an account that is still to be made.
named(name, principals) := false if {
	count(_principals(name) & principals) == 0
	input.accounts[name].exists == false
}

# turn is when a sensor of a domain tries a registered entry, as an array that sorts: an entry of the domain itself, of a
# domain above it (the nearest first), of another domain below the same root, any other; within a step managed ones first.
turn(name, domain) := array.concat(_step(lower(input.workspace.dsa_entries[name].domain_name), domain), [_kind(input.workspace.dsa_entries[name].type)])

# first are the registered entries whose turn comes first for a domain, once all of them are told and the forest is known.
first(domain) := {name | some name in object.keys(turns); turns[name] == min([turn | some turn in turns])} if {
	is_object(input.forest.domains)
	turns := {name: turn(name, domain) | some name in object.keys(input.workspace.dsa_entries)}
	count(turns) == count(input.workspace.dsa_entries)
}

_step(home, domain) := [1] if home == domain

_step(home, domain) := [2, count(split(domain, ".")) - count(split(home, "."))] if _below(domain, home)

_step(home, domain) := [3] if {
	home != domain
	not _below(domain, home)
	_same_root(home, domain)
}

_step(home, domain) := [4] if {
	home != domain
	not _below(domain, home)
	not _same_root(home, domain)
}

_below(name, root) if endswith(name, sprintf(".%s", [root]))

_within(name, root) if name == root

_within(name, root) if _below(name, root)

_same_root(home, domain) if {
	some root in object.keys(input.forest.domains)
	_within(home, root)
	_within(domain, root)
}

_kind(type) := 0 if type == "gmsa"

_kind(type) := 1 if type == "user"
