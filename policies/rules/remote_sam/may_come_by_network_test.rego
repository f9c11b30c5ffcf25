package mdi.rules.remote_sam.may_come_by_network_test

import data.mdi.rules.remote_sam.may_come_by_network

_read(given) := [answer | answer := may_come_by_network.compliant with input as given]

_given := {
	"spec": {"remote_sam": "legacy", "dsa": {"accounts": {"mdisvc01$@contoso.com": {"serves": {"contoso.com": true}}}}},
	"accounts": {"mdisvc01$@contoso.com": {"sid": "S-1-5-21-1004336348-1177238915-682003330-1119", "member_of": {"S-1-5-21-1004336348-1177238915-682003330-1120": true}}},
	"server": {
		"domain": "contoso.com",
		"user_rights": {"SeNetworkLogonRight": {"defined_by_policy": true, "principals": {"S-1-5-21-1004336348-1177238915-682003330-1119": true}}},
	},
}

_change(path, value) := json.patch(_given, [{"op": "add", "path": path, "value": value}])

_held_by(sids) := _change("/server/user_rights/SeNetworkLogonRight/principals", {sid: true | some sid in sids})

_with_groups(sids, groups) := json.patch(_held_by(sids), [{"op": "add", "path": "/server/local_groups", "value": groups}])

_applies(given) := [answer | answer := may_come_by_network.applies with input as given]

test_complies if _read(_given) == [true]

test_does_not_comply if _read(_held_by({"S-1-5-21-1004336348-1177238915-682003330-1500"})) == [false]

test_nobody_holds_it if _read(_held_by(set())) == [false]

test_was_not_read if {
	_read(json.remove(_given, ["server/user_rights"])) == []
	_read(json.remove(_given, ["server/user_rights/SeNetworkLogonRight/defined_by_policy"])) == []
	_read(json.remove(_given, ["server/user_rights/SeNetworkLogonRight/principals"])) == []
	_read(json.remove(_given, ["accounts/mdisvc01$@contoso.com/sid"])) == []
	_read(json.remove(_given, ["accounts/mdisvc01$@contoso.com/member_of"])) == []
}

test_not_defined if _read(_change("/server/user_rights/SeNetworkLogonRight", {"defined_by_policy": false})) == [true]

test_not_defined_and_empty if _read(_change("/server/user_rights/SeNetworkLogonRight", {"defined_by_policy": false, "principals": {}})) == [true]

test_through_groups if {
	_read(_held_by({"S-1-5-21-1004336348-1177238915-682003330-1120"})) == [true]
	_read(_held_by({"S-1-1-0"})) == [true]
	_read(_held_by({"S-1-5-11"})) == [true]
}

test_through_a_local_group if {
	_read(_with_groups({"S-1-5-32-545"}, {"S-1-5-32-545": {"S-1-5-11": true}})) == [true]
	_read(_with_groups({"S-1-5-32-545"}, {"S-1-5-32-545": {"S-1-5-21-1004336348-1177238915-682003330-1119": true}})) == [true]
	_read(_with_groups({"S-1-5-32-544"}, {"S-1-5-32-544": {"S-1-5-21-1004336348-1177238915-682003330-512": true}})) == [false]
	_read(_with_groups({"S-1-5-32-544"}, {"S-1-5-32-544": {"S-1-5-21-1004336348-1177238915-682003330-512": true}, "S-1-5-32-545": {"S-1-5-11": true}})) == [false]
}

test_a_local_group_that_nobody_looked_into if {
	_read(_held_by({"S-1-5-32-545"})) == []
	_read(_with_groups({"S-1-5-32-544", "S-1-5-32-551"}, {"S-1-5-32-544": {"S-1-5-21-1004336348-1177238915-682003330-512": true}})) == []
}

test_one_of_two_accounts if {
	two := {"op": "add", "path": "/spec/dsa/accounts/svc-mdi@contoso.com", "value": {"serves": {"contoso.com": true}}}
	_read(json.patch(_given, [two])) == []
	_read(json.patch(_given, [two, {"op": "add", "path": "/accounts/svc-mdi@contoso.com", "value": {"sid": "S-1-5-21-1004336348-1177238915-682003330-1190", "member_of": {}}}])) == [false]
}

test_applies if {
	_applies(_given) == [true]
	_applies(_change("/spec/remote_sam", "retired")) == [false]
	_applies(_change("/spec/dsa", {})) == [false]
	_applies(json.remove(_given, ["server/domain"])) == []
}

test_shows_its_evidence if {
	may_come_by_network.observed == {"defined": true, "left_out": {"mdisvc01$@contoso.com"}} with input as _held_by(set())
	is_string(may_come_by_network.required) with input as _given
}
