package mdi.rules.entra_connect.sync_keeps_its_right_test

import data.mdi.rules.entra_connect.sync_keeps_its_right

_read(given) := [answer | answer := sync_keeps_its_right.compliant with input as given]

_id := "11111111-2222-3333-4444-555555555555"

_given := {
	"spec": {"auditing": {"entra_connect_gpo": true}},
	"domain": {
		"gpos_complete": true,
		"gpos": {_id: {
			"name": "Microsoft Defender for Identity - Advanced Audit and URA Policy for Entra Connect",
			"user_rights": {"SeServiceLogonRight": {"S-1-5-80-0": true, "S-1-5-21-1004336348-1177238915-682003330-1119": true, "S-1-5-21-1004336348-1177238915-682003330-1200": true}},
		}},
	},
	"server": {
		"entra_connect": {"service_account": "S-1-5-21-1004336348-1177238915-682003330-1200"},
		"services": {
			"adsync": {"account": "S-1-5-21-1004336348-1177238915-682003330-1200"},
			"sense": {"account": "LocalSystem"},
			"aatpsensor": {"installed": false},
		},
		"user_rights": {"SeServiceLogonRight": {"principals": {"S-1-5-80-0": true, "S-1-5-21-1004336348-1177238915-682003330-1200": true}}},
	},
}

_change(path, value) := json.patch(_given, [{"op": "add", "path": path, "value": value}])

_object_holds(sids) := {"op": "replace", "path": concat("/", ["/domain/gpos", _id, "user_rights/SeServiceLogonRight"]), "value": {sid: true | some sid in sids}}

_server_holds(sids) := {"op": "replace", "path": "/server/user_rights/SeServiceLogonRight/principals", "value": {sid: true | some sid in sids}}

_applies(given) := [answer | answer := sync_keeps_its_right.applies with input as given]

test_complies if _read(_given) == [true]

# c81: the object names the Directory Service Account and virtual accounts, and the synchronisation runs as a user.
test_c81_the_object_forgets_it if _read(json.patch(_given, [_object_holds({"S-1-5-80-0", "S-1-5-21-1004336348-1177238915-682003330-1119"})])) == [false]

test_c81_the_server_lost_it if _read(json.patch(_given, [_server_holds({"S-1-5-80-0", "S-1-5-21-1004336348-1177238915-682003330-1119"})])) == [false]

test_c81_a_virtual_account if {
	virtual := json.patch(_given, [
		{"op": "replace", "path": "/server/entra_connect/service_account", "value": "virtual"},
		{"op": "replace", "path": "/server/services/adsync/account", "value": "NT SERVICE\\ADSync"},
	])
	_read(json.patch(virtual, [_object_holds({"S-1-5-80-0", "S-1-5-21-1004336348-1177238915-682003330-1119"}), _server_holds({"S-1-5-80-0"})])) == [true]
	_read(json.patch(virtual, [_object_holds({"S-1-5-21-1004336348-1177238915-682003330-1119"}), _server_holds({"S-1-5-80-0"})])) == [false]
	_read(json.patch(virtual, [_object_holds({"S-1-5-80-0"}), _server_holds(set())])) == [false]
}

test_either_says_that_it_is_virtual if {
	_read(json.patch(_given, [{"op": "replace", "path": "/server/services/adsync/account", "value": "NT SERVICE\\ADSync"}, _server_holds({"S-1-5-21-1004336348-1177238915-682003330-1200"})])) == [false]
	_read(json.patch(_given, [{"op": "replace", "path": "/server/entra_connect/service_account", "value": "virtual"}, _server_holds({"S-1-5-21-1004336348-1177238915-682003330-1200"})])) == [false]
	_read(json.patch(_given, [{"op": "replace", "path": "/server/services/adsync/account", "value": "LocalSystem"}, _server_holds(set())])) == [false]
}

test_every_other_service_counts if {
	_read(_change("/server/services/sql", {"account": "S-1-5-21-1004336348-1177238915-682003330-1300"})) == [false]
	_read(_change("/server/services/sql", {"account": "svc-sql$@contoso.com"})) == [false]
	_read(_change("/server/services/sql", {"account": "NT AUTHORITY\\LocalService"})) == [true]
}

test_was_not_read if {
	_read(json.remove(_given, ["server/entra_connect"])) == []
	_read(json.remove(_given, ["server/services"])) == []
	_read(json.remove(_given, ["server/services/sense/account"])) == []
	_read(json.remove(_given, ["server/user_rights"])) == []
	_read(json.remove(_given, ["domain/gpos"])) == []
	_read(json.remove(_given, ["domain/gpos_complete"])) == []
	_read(_change("/domain/gpos_complete", false)) == []
	_read(json.remove(_given, [concat("/", ["domain/gpos", _id, "name"])])) == []
	_read(json.remove(_given, [concat("/", ["domain/gpos", _id, "user_rights"])])) == []
}

test_another_object if {
	_read(json.patch(_given, [_object_holds(set()), {"op": "replace", "path": concat("/", ["/domain/gpos", _id, "name"]), "value": "Default Domain Controllers Policy"}])) == [true]
	_read(json.patch(_given, [_object_holds(set()), {"op": "replace", "path": concat("/", ["/domain/gpos", _id, "name"]), "value": "corp - ADVANCED audit and URA policy for Entra Connect"}])) == [false]
}

test_the_object_defines_nothing if _read(json.remove(_given, [concat("/", ["domain/gpos", _id, "user_rights/SeServiceLogonRight"])])) == [true]

test_applies if {
	_applies(_given) == [true]
	_applies(_change("/spec/auditing/entra_connect_gpo", false)) == [false]
	_applies(_change("/spec/auditing", {})) == [false]
	_applies(_change("/spec", {})) == [false]
}

test_shows_its_evidence if {
	sync_keeps_its_right.observed == {
		"needed": {"S-1-5-21-1004336348-1177238915-682003330-1200"},
		"effective": {"S-1-5-80-0", "S-1-5-21-1004336348-1177238915-682003330-1200"},
		"policy_objects": {_id: {"S-1-5-80-0"}},
	} with input as json.patch(_given, [_object_holds({"S-1-5-80-0"})])
	is_string(sync_keeps_its_right.required) with input as _given
}
