package mdi.rules.entra_connect.account_logs_on_as_service_test

import data.mdi.rules.entra_connect.account_logs_on_as_service

_read(given) := [answer | answer := account_logs_on_as_service.compliant with input as given]

_given := {
	"spec": {"dsa": {"accounts": {"mdisvc01$@contoso.com": {"serves": {"contoso.com": true}}}}},
	"accounts": {"mdisvc01$@contoso.com": {"sid": "S-1-5-21-1004336348-1177238915-682003330-1119", "member_of": {"S-1-5-21-1004336348-1177238915-682003330-1120": true}}},
	"server": {
		"domain": "contoso.com",
		"user_rights": {"SeServiceLogonRight": {"defined_by_policy": true, "principals": {"S-1-5-80-0": true, "S-1-5-21-1004336348-1177238915-682003330-1119": true}}},
	},
}

_change(path, value) := json.patch(_given, [{"op": "add", "path": path, "value": value}])

_held_by(sids) := _change("/server/user_rights/SeServiceLogonRight/principals", {sid: true | some sid in sids})

_applies(given) := [answer | answer := account_logs_on_as_service.applies with input as given]

test_complies if _read(_given) == [true]

test_the_account_is_left_out if _read(_held_by({"S-1-5-80-0"})) == [false]

test_all_services_are_left_out if _read(_held_by({"S-1-5-21-1004336348-1177238915-682003330-1119"})) == [false]

test_through_a_group if _read(_held_by({"S-1-5-80-0", "S-1-5-21-1004336348-1177238915-682003330-1120"})) == [true]

test_was_not_read if {
	_read(json.remove(_given, ["server/user_rights"])) == []
	_read(json.remove(_given, ["server/user_rights/SeServiceLogonRight/defined_by_policy"])) == []
	_read(json.remove(_given, ["server/user_rights/SeServiceLogonRight/principals"])) == []
	_read(json.remove(_given, ["accounts/mdisvc01$@contoso.com/sid"])) == []
	_read(json.remove(_given, ["accounts/mdisvc01$@contoso.com/member_of"])) == []
}

test_one_of_two_accounts if {
	two := {"op": "add", "path": "/spec/dsa/accounts/svc-mdi@contoso.com", "value": {"serves": {"contoso.com": true}}}
	_read(json.patch(_given, [two])) == []
	_read(json.patch(_given, [two, {"op": "add", "path": "/accounts/svc-mdi@contoso.com", "value": {"sid": "S-1-5-21-1004336348-1177238915-682003330-1190", "member_of": {}}}])) == [false]
	_read(json.patch(_held_by({"S-1-5-80-0"}), [two])) == [false]
}

# c74: where no policy defines the right there is nothing to add.
test_c74_not_defined if _read(_change("/server/user_rights/SeServiceLogonRight", {"defined_by_policy": false, "principals": {}})) == [true]

test_applies if {
	_applies(_given) == [true]
	_applies(_change("/spec/dsa", {})) == [false]
	_applies(_change("/spec/dsa/accounts/mdisvc01$@contoso.com/serves", {"fabrikam.com": true})) == [false]
	_applies(json.remove(_given, ["server/domain"])) == []
}

test_shows_its_evidence if {
	account_logs_on_as_service.observed == {"defined": true, "left_out": {"S-1-5-80-0", "mdisvc01$@contoso.com"}} with input as _held_by(set())
	is_string(account_logs_on_as_service.required) with input as _given
}
