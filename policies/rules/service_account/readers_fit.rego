# METADATA
# title: The group that may read the password fits the topology
# description: A server that cannot be in the group, or whose domain does not see it, never gets the password.
# related_resources:
# - ref: https://learn.microsoft.com/defender-for-identity/deploy/create-directory-service-account-gmsa
# custom:
#   id: MDI-DSA-022
#   subject: account
#   severity: high
#   generations: [v2, sa]
#   profiles: [v2-current]
#   basis: documented
#   remediation: [domain.create_dsa_group]
package mdi.rules.service_account.readers_fit

applies := false if not input.subject.key in _planned

applies := input.account.class == "gmsa" if input.subject.key in _planned

_planned := object.keys(object.get(input.spec, ["dsa", "accounts"], {}))

observed := {principal: object.get(input.domain, ["groups", principal, "scope"], "not read") | some principal in object.keys(input.account.password_readers)}

required := data.mdi.tables.reader_groups[_reach]

compliant if true in _answers

compliant := false if {
	_answers == {false}
	count(_fits) == count(input.account.password_readers)
}

compliant := false if count(input.account.password_readers) == 0

_answers := {fits | some fits in _fits}

_fits := {principal: fits |
	some principal in object.keys(input.account.password_readers)
	fits := _fit(principal)
}

# The built-in group holds the writable controllers of one domain, whatever its scope.
_fit(principal) := "built-in" in required if endswith(principal, data.mdi.tables.service_accounts.domain_controllers_rid.value)

_fit(principal) := input.domain.groups[principal].scope in required if not endswith(principal, data.mdi.tables.service_accounts.domain_controllers_rid.value)

_reach := "several domains" if {
	_told
	count(_serves) > 1
}

_reach := "own group" if {
	_told
	count(_serves) == 1
	_apart
}

_reach := "controllers" if {
	_told
	count(_serves) == 1
	not _apart
}

_apart if count(input.forest.domains) > 1

_apart if count(_others) > 0

_serves := object.keys(input.spec.dsa.accounts[input.subject.key].serves)

# Servers whose sensor uses the account and that are no writable controllers.
_others := {name |
	some name in object.keys(input.servers)
	input.spec.sensors[name].generation in {"v2", "standalone"}
	input.servers[name].domain in _serves
	input.servers[name].roles.dc == false
}

_told if {
	is_object(input.forest.domains)
	count({name | some name in object.keys(input.servers); is_boolean(input.servers[name].roles.dc); is_string(input.servers[name].domain)}) == count(input.servers)
}
