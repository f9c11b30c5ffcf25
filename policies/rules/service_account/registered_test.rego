package mdi.rules.service_account.registered_test

import data.mdi.rules.service_account.registered

_read(given) := [answer | answer := registered.compliant with input as given]

_applies(given) := [answer | answer := registered.applies with input as given]

_observed(given) := [answer | answer := registered.observed with input as given]

_base := {
	"subject": {"kind": "workspace"},
	"spec": {"dsa": {"accounts": {"mdisvc01$@contoso.com": {"serves": {"contoso.com": true}}}}},
	"workspace": {"dsa_entries": {"mdisvc01$@contoso.com": {"type": "gmsa"}}},
}

_user(entry) := {
	"subject": {"kind": "workspace"},
	"spec": {"dsa": {"accounts": {"svc@contoso.com": {"serves": {"contoso.com": true}}}}},
	"workspace": {"dsa_entries": {"svc@contoso.com": entry}},
}

_entries(entries) := object.union(json.remove(_base, ["workspace"]), {"workspace": {"dsa_entries": entries}})

test_complies if {
	_read(_base) == [true]
	_read(_user({"type": "user", "password_set": true})) == [true]
}

test_does_not_comply if {
	_read(_entries({})) == [false]
	_read(_entries({"mdisvc01@contoso.com": {"type": "gmsa"}})) == [false]
	_read(_entries({"mdisvc01$@contoso.com": {"type": "user", "password_set": true}})) == [false]
	_read(_user({"type": "gmsa"})) == [false]
	_read(_user({"type": "user", "password_set": false})) == [false]
}

test_a_managed_account_has_no_password_here if _read(_entries({"mdisvc01$@contoso.com": {"type": "gmsa", "password_set": false}})) == [true]

test_says_why if {
	_observed(_entries({})) == [{"mdisvc01$@contoso.com": "missing"}]
	_observed(_user({"type": "gmsa"})) == [{"svc@contoso.com": "wrong type"}]
	_observed(_user({"type": "user", "password_set": false})) == [{"svc@contoso.com": "no password"}]
}

test_was_not_read if {
	_read(json.remove(_base, ["workspace"])) == []
	_read(_entries({"mdisvc01$@contoso.com": {}})) == []
	_read(_user({"type": "user"})) == []
}

test_every_account_counts if {
	given := object.union(_base, {"spec": {"dsa": {"accounts": {"mdisvc02$@fabrikam.com": {}}}}})
	_read(given) == [false]
	_read(object.union(given, {"workspace": {"dsa_entries": {"mdisvc02$@fabrikam.com": {}}}})) == []
	_read(object.union(given, {"workspace": {"dsa_entries": {"mdisvc02$@fabrikam.com": {"type": "gmsa"}}}})) == [true]
}

test_applies_where_one_is_planned if {
	_applies(_base) == [true]
	_applies(json.remove(_base, ["spec/dsa"])) == [false]
	_applies({"spec": {"dsa": {"kind": "gmsa"}}}) == [false]
}

test_shows_its_evidence if {
	count(_observed(_base)) == 1
	count([required | required := registered.required with input as _base]) == 1
}
