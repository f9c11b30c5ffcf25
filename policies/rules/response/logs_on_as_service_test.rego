package mdi.rules.response.logs_on_as_service_test

import data.mdi.rules.response.logs_on_as_service

_read(given) := [answer | answer := logs_on_as_service.compliant with input as given]

_given := {
	"workspace": {"action_account_mode": "gmsa", "action_accounts": {"mdiact01$@contoso.com": {"domain_name": "contoso.com"}}},
	"accounts": {"mdiact01$@contoso.com": {"sid": "S-1-5-21-1004336348-1177238915-682003330-1130", "member_of": {"S-1-5-21-1004336348-1177238915-682003330-1131": true}}},
	"forest": {"domains": {"contoso.com": true}},
	"domain": {"dn": "dc=contoso,dc=com"},
	"server": {"user_rights": {"SeServiceLogonRight": {"principals": {"S-1-5-80-0": true, "S-1-5-21-1004336348-1177238915-682003330-1130": true}}}},
}

_held_by(sids) := json.patch(_given, [{"op": "replace", "path": "/server/user_rights/SeServiceLogonRight/principals", "value": {sid: true | some sid in sids}}])

test_complies if _read(_given) == [true]

test_does_not_comply if _read(_held_by({"S-1-5-80-0"})) == [false]

test_nobody_holds_it if _read(_held_by(set())) == [false]

test_through_a_group if _read(_held_by({"S-1-5-21-1004336348-1177238915-682003330-1131"})) == [true]

test_everybody_holds_it if _read(_held_by({"S-1-1-0"})) == [true]

test_was_not_read if {
	_read(json.remove(_given, ["server/user_rights/SeServiceLogonRight/principals"])) == []
	_read(json.remove(_given, ["workspace/action_accounts"])) == []
	_read(json.remove(_given, ["accounts/mdiact01$@contoso.com/sid"])) == []
	_read(json.remove(_given, ["accounts/mdiact01$@contoso.com/member_of"])) == []
	_read(json.remove(_given, ["domain/dn"])) == []
}

test_no_account_at_all if _read(json.patch(_given, [{"op": "replace", "path": "/workspace/action_accounts", "value": {}}])) == [false]

test_one_of_two_accounts_is_unknown if _read(json.patch(_given, [{"op": "add", "path": "/workspace/action_accounts/mdiact02$@contoso.com", "value": {"domain_name": "contoso.com"}}])) == []

test_applies if {
	logs_on_as_service.applies with input as _given
	[x | x := logs_on_as_service.applies with input as json.patch(_given, [{"op": "replace", "path": "/workspace/action_account_mode", "value": "local_system"}])] == [false]
	[x | x := logs_on_as_service.applies with input as json.remove(_given, ["workspace/action_account_mode"])] == []
}

test_shows_its_evidence if {
	logs_on_as_service.observed == {"allowed": {"S-1-5-80-0"}, "left_out": {"mdiact01$@contoso.com"}} with input as _held_by({"S-1-5-80-0"})
	is_string(logs_on_as_service.required) with input as _given
}
