package mdi.rules.service_account.readers_fit_test

import data.mdi.rules.service_account.readers_fit

_read(given) := [answer | answer := readers_fit.compliant with input as given]

_applies(given) := [answer | answer := readers_fit.applies with input as given]

_observed(given) := [answer | answer := readers_fit.observed with input as given]

_domain := "S-1-5-21-1004336348-1177238915-682003330"

_group := "S-1-5-21-1004336348-1177238915-682003330-1121"

_built_in := "S-1-5-21-1004336348-1177238915-682003330-516"

# One domain, one sensor on a writable controller.
_base := {
	"subject": {"kind": "account", "key": "mdisvc01$@contoso.com"},
	"spec": {
		"dsa": {"accounts": {"mdisvc01$@contoso.com": {"serves": {"contoso.com": true}}}},
		"sensors": {"dc01.contoso.com": {"generation": "v2"}},
	},
	"forest": {"domains": {"contoso.com": true}},
	"domain": {"sid": _domain, "groups": {_group: {"scope": "domain_local"}}},
	"account": {"class": "gmsa", "password_readers": {_group: true}},
	"servers": {"dc01.contoso.com": {"domain": "contoso.com", "roles": {"dc": true}}},
}

_by(readers, given) := object.union(json.remove(given, ["account/password_readers"]), {"account": {"password_readers": {reader: true | some reader in readers}}})

_beside(generation, domain) := object.union(_base, {
	"spec": {"sensors": {"adfs01.contoso.com": {"generation": generation}}},
	"servers": {"adfs01.contoso.com": {"domain": domain, "roles": {"dc": false}}},
})

_scope(scope, given) := object.union(given, {"domain": {"groups": {_group: {"scope": scope}}}})

_several := object.union(_base, {
	"spec": {"dsa": {"accounts": {"mdisvc01$@contoso.com": {"serves": {"emea.contoso.com": true}}}}},
	"forest": {"domains": {"emea.contoso.com": true}},
})

# A domain of several that has an account of its own.
_one_of_several := object.union(_base, {"forest": {"domains": {"emea.contoso.com": true}}})

test_complies if _read(_base) == [true]

test_controllers_of_one_domain if {
	_read(_by({_built_in}, _base)) == [true]
	_read(_scope("domain_local", _base)) == [true]
	_read(_scope("global", _base)) == [true]
	_read(_scope("universal", _base)) == [true]
	_read(_scope("builtin", _base)) == [false]
}

test_nobody_may_read if _read(_by(set(), _base)) == [false]

test_a_role_server_beside_them if {
	_read(_by({_built_in}, _beside("v2", "contoso.com"))) == [false]
	_read(_by({_built_in}, _beside("standalone", "contoso.com"))) == [false]
	_read(_by({_built_in}, _beside("v3", "contoso.com"))) == [true]
	_read(_by({_built_in}, _beside("v2", "fabrikam.com"))) == [true]
	_read(_scope("domain_local", _beside("v2", "contoso.com"))) == [true]
	_read(_scope("global", _beside("v2", "contoso.com"))) == [true]
	_read(_scope("universal", _beside("v2", "contoso.com"))) == [true]
}

test_one_account_a_domain if {
	_read(_by({_built_in}, _one_of_several)) == [false]
	_read(_one_of_several) == [true]
}

test_one_account_for_several_domains if {
	_read(_by({_built_in}, _several)) == [false]
	_read(_scope("domain_local", _several)) == [false]
	_read(_scope("global", _several)) == [false]
	_read(_scope("universal", _several)) == [true]
}

test_one_account_for_two_forests if _read(object.union(_base, {"spec": {"dsa": {"accounts": {"mdisvc01$@contoso.com": {"serves": {"fabrikam.com": true}}}}}})) == [false]

test_one_group_of_two_fits if _read(_by({_built_in, _group}, _beside("v2", "contoso.com"))) == [true]

test_the_scope_of_the_built_in_group_does_not_count if _read(object.union(
	_by({_built_in}, _beside("v2", "contoso.com")),
	{"domain": {"groups": {_built_in: {"scope": "global"}}}},
)) == [false]

test_was_not_read if {
	_read(json.remove(_base, ["account"])) == []
	_read(json.remove(_base, ["account/password_readers"])) == []
	_read(json.remove(_base, ["domain/groups"])) == []
	_read(json.remove(_base, ["forest"])) == []
	_read(json.remove(_base, ["servers/dc01.contoso.com/roles"])) == []
	_read(json.remove(_base, ["servers/dc01.contoso.com/domain"])) == []
	_read(json.remove(_base, ["servers"])) == []
	_read(json.remove(_several, ["servers"])) == []
	_read(json.remove(_one_of_several, ["servers"])) == []
}

test_one_of_two_groups_was_not_read if {
	_read(_by({_built_in, "S-1-5-21-1-2-3-1122"}, _beside("v2", "contoso.com"))) == []
}

test_applies_to_managed_accounts_of_the_spec if {
	_applies(_base) == [true]
	_applies(object.union(_base, {"account": {"class": "user"}})) == [false]
	_applies(object.union(_base, {"subject": {"key": "alice@contoso.com"}})) == [false]
	_applies(json.remove(_base, ["account/class"])) == []
	_applies(json.remove(_base, ["spec/dsa"])) == [false]
}

test_shows_its_evidence if {
	_observed(_by({_group, _built_in}, _base)) == [{_group: "domain_local", _built_in: "not read"}]
	count([required | required := readers_fit.required with input as _base]) == 1
}
