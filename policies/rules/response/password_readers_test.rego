package mdi.rules.response.password_readers_test

import data.mdi.rules.response.password_readers

_read(given) := [answer | answer := password_readers.compliant with input as given]

_given := {
	"run": {"now": "2026-11-24T09:00:00Z"},
	"subject": {"kind": "account", "key": "mdiact01$@contoso.com"},
	"workspace": {"action_account_mode": "gmsa", "action_accounts": {"mdiact01$@contoso.com": {"domain_name": "contoso.com"}}},
	"account": {"class": "gmsa", "password_readers": {"S-1-5-21-1004336348-1177238915-682003330-1140": true}},
	"domain": {
		"sid": "S-1-5-21-1004336348-1177238915-682003330",
		"groups": {
			"S-1-5-21-1004336348-1177238915-682003330-516": {"members": {"S-1-5-21-1004336348-1177238915-682003330-1001": true, "S-1-5-21-1004336348-1177238915-682003330-1002": true}},
			"S-1-5-21-1004336348-1177238915-682003330-521": {"members": {"S-1-5-21-1004336348-1177238915-682003330-1003": true}},
			"S-1-5-21-1004336348-1177238915-682003330-1140": {"members": {"S-1-5-21-1004336348-1177238915-682003330-1001": true, "S-1-5-21-1004336348-1177238915-682003330-1003": true}},
		},
	},
	"forest": {
		"dc_count": 3,
		"kds_root_keys": {"4c1c0f0e-7d0b-4b0e-8a0c-3f2f7a1f9b11": {"created_at": "2026-11-23T23:00:00Z", "effective_at": "2026-11-24T09:00:00Z"}},
	},
}

_read_by(sids) := json.patch(_given, [{"op": "replace", "path": "/account/password_readers", "value": {sid: true | some sid in sids}}])

test_a_group_of_controllers if _read(_given) == [true]

test_a_member_server_in_the_group if _read(json.patch(_given, [{"op": "add", "path": "/domain/groups/S-1-5-21-1004336348-1177238915-682003330-1140/members/S-1-5-21-1004336348-1177238915-682003330-1105", "value": true}])) == [false]

test_was_not_read if {
	_read(json.remove(_given, ["account/password_readers"])) == []
	_read(json.remove(_given, ["account/class"])) == []
	_read(json.remove(_given, ["domain/groups"])) == []
	_read(json.remove(_given, ["domain/sid"])) == []
	_read(json.remove(_given, ["forest/kds_root_keys"])) == []
}

test_groups_of_controllers if {
	_read(_read_by({"S-1-5-21-1004336348-1177238915-682003330-516"})) == [true]
	_read(_read_by({"S-1-5-21-1004336348-1177238915-682003330-521"})) == [true]
	_read(_read_by({"S-1-5-21-1004336348-1177238915-682003330-498"})) == [true]
	_read(_read_by({"S-1-5-9"})) == [true]
	_read(json.remove(_read_by({"S-1-5-21-1004336348-1177238915-682003330-516"}), ["domain/groups"])) == [true]
}

test_controllers_themselves if {
	_read(_read_by({"S-1-5-21-1004336348-1177238915-682003330-1002"})) == [true]
	_read(_read_by({"S-1-5-21-1004336348-1177238915-682003330-1003"})) == [true]
	_read(_read_by({"S-1-5-21-1004336348-1177238915-682003330-1002", "S-1-5-21-1004336348-1177238915-682003330-1140"})) == [true]
}

test_groups_of_everybody if {
	_read(_read_by({"S-1-5-21-1004336348-1177238915-682003330-515"})) == [false]
	_read(_read_by({"S-1-5-21-1004336348-1177238915-682003330-513"})) == [false]
	_read(_read_by({"S-1-1-0"})) == [false]
	_read(_read_by({"S-1-5-11"})) == [false]
	_read(_read_by({"S-1-5-15"})) == [false]
	_read(_read_by({"S-1-5-21-1004336348-1177238915-682003330-516", "S-1-5-21-1004336348-1177238915-682003330-515"})) == [false]
	_read(json.remove(_read_by({"S-1-1-0"}), ["domain/groups"])) == [false]
}

test_a_reader_that_nobody_resolved if _read(_read_by({"S-1-5-21-1004336348-1177238915-682003330-1199"})) == []

test_one_reader_that_nobody_resolved if _read(_read_by({"S-1-5-21-1004336348-1177238915-682003330-1140", "S-1-5-21-1004336348-1177238915-682003330-1199"})) == []

# Whoever is missing from half of a list may be in the other half.
test_controllers_were_listed_in_part if {
	_read(json.remove(_given, ["domain/groups/S-1-5-21-1004336348-1177238915-682003330-521"])) == []
	_read(json.remove(_given, ["domain/groups/S-1-5-21-1004336348-1177238915-682003330-516"])) == []
}

test_nobody_reads_it if _read(_read_by(set())) == [false]

test_no_gmsa if _read(json.patch(_given, [{"op": "replace", "path": "/account/class", "value": "user"}])) == [false]

# c69: a key must be ten hours old where there are several controllers.
test_c69_a_key_too_young if {
	_read(json.patch(_given, [{"op": "replace", "path": "/forest/kds_root_keys/4c1c0f0e-7d0b-4b0e-8a0c-3f2f7a1f9b11/created_at", "value": "2026-11-23T23:00:01Z"}])) == [false]
	_read(json.patch(_given, [{"op": "replace", "path": "/forest/kds_root_keys", "value": {}}])) == [false]
}

test_applies if {
	password_readers.applies with input as _given
	[x | x := password_readers.applies with input as json.patch(_given, [{"op": "replace", "path": "/workspace/action_account_mode", "value": "local_system"}])] == [false]
	[x | x := password_readers.applies with input as json.patch(_given, [{"op": "replace", "path": "/subject/key", "value": "mdisvc01$@contoso.com"}])] == [false]
	[x | x := password_readers.applies with input as json.remove(_given, ["workspace/action_account_mode"])] == []
	[x | x := password_readers.applies with input as json.remove(_given, ["workspace/action_accounts"])] == []
}

test_shows_its_evidence if {
	given := _read_by({"S-1-5-21-1004336348-1177238915-682003330-515", "S-1-5-21-1004336348-1177238915-682003330-516"})
	password_readers.observed == {"class": "gmsa", "readers": {"S-1-5-21-1004336348-1177238915-682003330-515", "S-1-5-21-1004336348-1177238915-682003330-516"}, "others": {"S-1-5-21-1004336348-1177238915-682003330-515"}} with input as given
	is_string(password_readers.required) with input as given
}
