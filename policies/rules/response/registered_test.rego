package mdi.rules.response.registered_test

import data.mdi.rules.response.registered

_read(given) := [answer | answer := registered.compliant with input as given]

_given := {
	"spec": {"action_account": {"mode": "gmsa"}},
	"workspace": {"action_account_mode": "gmsa", "action_accounts": {"mdiact01$@contoso.com": {"domain_name": "Contoso.com"}}},
	"accounts": {"mdiact01$@contoso.com": {"exists": true, "domain": "contoso.com"}},
}

_change(path, value) := json.patch(_given, [{"op": "add", "path": path, "value": value}])

test_complies if _read(_given) == [true]

test_none_is_registered if {
	_read(_change("/workspace/action_accounts", {})) == [false]
	_read(_change("/workspace/action_account_mode", "local_system")) == [false]
}

test_was_not_read if {
	_read(json.remove(_given, ["workspace"])) == []
	_read(json.remove(_given, ["workspace/action_account_mode"])) == []
	_read(json.remove(_given, ["workspace/action_accounts"])) == []
	_read(json.remove(_given, ["workspace/action_accounts/mdiact01$@contoso.com/domain_name"])) == []
	_read(json.remove(_given, ["accounts/mdiact01$@contoso.com/domain"])) == []
	_read(json.remove(_given, ["accounts/mdiact01$@contoso.com/exists"])) == []
}

test_another_domain if {
	_read(_change("/workspace/action_accounts/mdiact01$@contoso.com/domain_name", "fabrikam.com")) == [false]
	_read(_change("/workspace/action_accounts/mdiact01$@contoso.com/domain_name", "contoso")) == [false]
}

test_an_account_that_nobody_has if {
	_read(_change("/accounts/mdiact01$@contoso.com", {"exists": false})) == [false]
	_read(_change("/accounts/mdiact01$@contoso.com", {"exists": false, "domain": "contoso.com"})) == [false]
}

test_another_account_is_no_matter if _read(_change("/accounts/svc-mdi@contoso.com", {"exists": false})) == [true]

test_one_of_two if {
	_read(_change("/workspace/action_accounts/mdiact02$@contoso.com", {"domain_name": "contoso.com"})) == []
	_read(json.patch(_given, [
		{"op": "add", "path": "/workspace/action_accounts/mdiact02$@contoso", "value": {"domain_name": "contoso"}},
		{"op": "add", "path": "/accounts/mdiact02$@contoso", "value": {"exists": false}},
	])) == [false]
}

test_applies if {
	registered.applies with input as _given
	registered.applies with input as _change("/spec/action_account/mode", "local_system")
	registered.applies with input as _change("/workspace/action_account_mode", "local_system")
	neither := json.patch(_given, [
		{"op": "replace", "path": "/spec/action_account/mode", "value": "local_system"},
		{"op": "replace", "path": "/workspace/action_account_mode", "value": "local_system"},
	])
	[x | x := registered.applies with input as neither] == [false]
	[x | x := registered.applies with input as json.remove(neither, ["workspace/action_account_mode"])] == []
}

test_shows_its_evidence if {
	registered.observed == {"mode": "gmsa", "accounts": {"mdiact01$@contoso.com": "Contoso.com"}} with input as _given
	is_string(registered.required) with input as _given
}
