package mdi.rules.remote_sam.exposed_account_test

import data.mdi.rules.remote_sam.exposed_account

_read(given) := [answer | answer := exposed_account.compliant with input as given]

_given := {
	"subject": {"kind": "account", "key": "mdisvc01$@contoso.com"},
	"spec": {"remote_sam": "legacy", "dsa": {"accounts": {"mdisvc01$@contoso.com": {}}}},
	"domain": {"sid": "S-1-5-21-1004336348-1177238915-682003330"},
	"account": {
		"exists": true,
		"member_of": {"S-1-5-21-1004336348-1177238915-682003330-515": true},
		"explicit_grants": {"cn=deleted objects,dc=contoso,dc=com": true},
	},
}

_change(path, value) := json.patch(_given, [{"op": "add", "path": path, "value": value}])

_applies(given) := [answer | answer := exposed_account.applies with input as given]

test_complies if _read(_given) == [true]

test_a_powerful_group if {
	_read(_change("/account/member_of/S-1-5-21-1004336348-1177238915-682003330-512", true)) == [false]
	_read(_change("/account/member_of/S-1-5-32-551", true)) == [false]
}

test_a_delegation if _read(_change("/account/explicit_grants/ou=people,dc=contoso,dc=com", true)) == [false]

test_was_not_read if {
	_read(json.remove(_given, ["account/member_of"])) == []
	_read(json.remove(_given, ["account/explicit_grants"])) == []
	_read(json.remove(_given, ["domain/sid"])) == []
}

test_one_of_them_is_enough if {
	_read(json.remove(_change("/account/member_of/S-1-5-32-544", true), ["account/explicit_grants"])) == [false]
	_read(json.remove(_change("/account/explicit_grants/ou=people,dc=contoso,dc=com", true), ["account/member_of"])) == [false]
}

test_applies if {
	_applies(_given) == [true]
	_applies(_change("/spec/remote_sam", "retired")) == [false]
	_applies(_change("/subject/key", "alice@contoso.com")) == [false]
	_applies(_change("/account/exists", false)) == [false]
	_applies(json.remove(_given, ["account/exists"])) == []
}

test_shows_its_evidence if {
	exposed_account.observed == {"groups": {"S-1-5-32-544"}, "delegations": {"ou=people,dc=contoso,dc=com"}} with input as json.patch(_given, [
		{"op": "add", "path": "/account/member_of/S-1-5-32-544", "value": true},
		{"op": "add", "path": "/account/explicit_grants/ou=people,dc=contoso,dc=com", "value": true},
	])
	is_string(exposed_account.required) with input as _given
}
