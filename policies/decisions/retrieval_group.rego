# METADATA
# title: Which group may read the password of the account
# description: The group holds every server whose sensor uses the account, and no other.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa
# custom:
#   id: D3
#   subject: deployment
#   each: account
#   generations: [v2, sa]
#   sets: spec.dsa.accounts.<key>.readers
#   decides: [MDI-DSA-022]
package mdi.decisions.retrieval_group

asked := {account: input.spec.dsa.accounts[account].readers | some account in _accounts}

choice := {account: object.get(_choices, account, "") | some account in _accounts}

_choices[account] := group if some account, group in asked

# The controllers of a domain are in this group already, by its well-known number.
_choices[account] := sprintf("%s-%v", [input.domains[_home(account)].sid, data.mdi.tables.groups.domain_controllers.rid]) if {
	some account in _open
	_controllers_only(account)
}

_choices[account] := sprintf("%s@%s", [data.mdi.tables.groups.retrieval.name, _home(account)]) if {
	some account in _open
	not _controllers_only(account)
	_told
}

reasons := {account: _reasons(account) | some account in _accounts}

_reasons(account) := ["The spec asks for it."] if asked[account]

else := ["Only writable controllers of one domain use the account; they are members already, without a new ticket and without a restart."] if _controllers_only(account)

else := ["Servers of several forests share the account; a domain local group can hold members of a forest that is trusted."] if _several_forests(account)

else := ["Servers of several domains share the account; a universal group in its domain can hold all of them."] if _several(account)

else := ["A domain local group of its own holds exactly the servers that use the account; each needs a new ticket once it is in."]

warnings := {account: _warnings(account) | some account in _accounts}

_warnings(account) := ["Read-only controllers and role servers are not among the domain controllers of a domain: the sensors there could not read the password."] if {
	endswith(asked[account], sprintf("-%v", [data.mdi.tables.groups.domain_controllers.rid]))
	count(_hosts(account)) > count(_writable(account))
}

else := []

# Only a managed account has readers.
_accounts := {account |
	input.spec.dsa.kind == "gmsa"
	some account in object.keys(input.spec.dsa.accounts)
}

_open := _accounts - object.keys(asked)

_home(account) := split(account, "@")[1]

# The v3 sensor uses no account.
_classic := {name |
	some name in object.keys(input.spec.sensors)
	input.spec.sensors[name].generation in {"v2", "standalone"}
}

_told if count({name | some name in _classic; _known(name)}) == count(_classic)

_known(name) if {
	is_boolean(input.servers[name].roles.dc)
	is_string(input.servers[name].domain)
}

_hosts(account) := {name |
	some name in _classic
	input.servers[name].domain in object.keys(input.spec.dsa.accounts[account].serves)
}

_writable(account) := {name |
	some name in _hosts(account)
	input.servers[name].roles.dc
	input.servers[name].domain == _home(account)
}

_controllers_only(account) if {
	_told
	count(_hosts(account)) > 0
	count(_hosts(account)) == count(_writable(account))
}

_several_forests(account) if count({input.servers[name].forest | some name in _hosts(account)}) > 1

_several(account) if count({input.servers[name].domain | some name in _hosts(account)}) > 1
