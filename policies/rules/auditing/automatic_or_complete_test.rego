package mdi.rules.auditing.automatic_or_complete_test

import data.mdi.rules.auditing.automatic_or_complete

_read(patches) := [answer | answer := automatic_or_complete.compliant with input as json.patch(_given, patches)]

_given := {
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {
		"sensors": {
			"dc01": {
				"generation": "v3",
			},
			"dc02": {
				"generation": "v2",
			},
		},
	},
	"workspace": {
		"auto_auditing_enabled": false,
	},
	"sensors": {
		"ca01": {
			"generation": "v3",
		},
		"dc02": {
			"generation": "v2",
		},
	},
	"servers": {
		"dc01": {
			"roles": {
				"dc": true,
				"rodc": false,
				"adfs": false,
				"adcs": false,
				"entra_connect": false,
			},
			"audit_policy": {
				"0cce9211-69ae-11d9-bed3-505054503030": 3,
				"0cce9235-69ae-11d9-bed3-505054503030": 3,
				"0cce9236-69ae-11d9-bed3-505054503030": 3,
				"0cce9237-69ae-11d9-bed3-505054503030": 3,
				"0cce9238-69ae-11d9-bed3-505054503030": 3,
				"0cce923b-69ae-11d9-bed3-505054503030": 3,
				"0cce923c-69ae-11d9-bed3-505054503030": 3,
				"0cce923f-69ae-11d9-bed3-505054503030": 3,
			},
		},
		"ca01": {
			"roles": {
				"dc": false,
				"rodc": false,
				"adfs": false,
				"adcs": true,
				"entra_connect": false,
			},
			"audit_policy": {
				"0cce9221-69ae-11d9-bed3-505054503030": 3,
			},
		},
		"dc02": {
			"roles": {
				"dc": true,
				"rodc": false,
				"adfs": false,
				"adcs": false,
				"entra_connect": false,
			},
			"audit_policy": {},
		},
	},
}

test_complies if _read([]) == [true]

test_automatic if _read([
	{"op": "add", "path": "/workspace/auto_auditing_enabled", "value": true},
	{"op": "remove", "path": "/servers"},
]) == [true]

test_planned_server_incomplete if _read([{"op": "add", "path": "/servers/dc01/audit_policy/0cce9211-69ae-11d9-bed3-505054503030", "value": 1}]) == [false]

test_registered_server_incomplete if _read([{"op": "add", "path": "/servers/ca01/audit_policy/0cce9221-69ae-11d9-bed3-505054503030", "value": 2}]) == [false]

test_a_fault_counts_though_another_server_was_not_read if _read([
	{"op": "add", "path": "/servers/dc01/audit_policy/0cce9211-69ae-11d9-bed3-505054503030", "value": 1},
	{"op": "remove", "path": "/servers/ca01"},
]) == [false]

test_a_setting_not_read if _read([{"op": "remove", "path": "/servers/dc01/audit_policy/0cce9211-69ae-11d9-bed3-505054503030"}]) == []

test_role_dc_not_read if _read([{"op": "remove", "path": "/servers/dc01/roles/dc"}]) == []

test_role_rodc_not_read if _read([{"op": "remove", "path": "/servers/dc01/roles/rodc"}]) == []

test_role_adfs_not_read if _read([{"op": "remove", "path": "/servers/dc01/roles/adfs"}]) == []

test_role_adcs_not_read if _read([{"op": "remove", "path": "/servers/dc01/roles/adcs"}]) == []

test_role_entra_connect_not_read if _read([{"op": "remove", "path": "/servers/dc01/roles/entra_connect"}]) == []

test_a_server_not_read if _read([{"op": "remove", "path": "/servers/ca01"}]) == []

test_rodc_has_to_be_complete if _read([{"op": "add", "path": "/servers/ca01/roles/rodc", "value": true}]) == []

test_rodc_incomplete if _read([
	{"op": "add", "path": "/servers/ca01/roles/rodc", "value": true},
	{"op": "add", "path": "/servers/ca01/audit_policy/0cce9237-69ae-11d9-bed3-505054503030", "value": 1},
]) == [false]

test_adfs_has_to_be_complete if _read([{"op": "add", "path": "/servers/ca01/roles/adfs", "value": true}]) == []

test_adfs_incomplete if _read([
	{"op": "add", "path": "/servers/ca01/roles/adfs", "value": true},
	{"op": "add", "path": "/servers/ca01/audit_policy/0cce9222-69ae-11d9-bed3-505054503030", "value": 1},
]) == [false]

test_entra_connect_has_to_be_complete if _read([{"op": "add", "path": "/servers/ca01/roles/entra_connect", "value": true}]) == []

test_entra_connect_incomplete if _read([
	{"op": "add", "path": "/servers/ca01/roles/entra_connect", "value": true},
	{"op": "add", "path": "/servers/ca01/audit_policy/0cce9215-69ae-11d9-bed3-505054503030", "value": 1},
]) == [false]

test_switch_not_read if _read([{"op": "remove", "path": "/workspace/auto_auditing_enabled"}]) == []

test_automatic_makes_up_for_the_rest if _read([
	{"op": "add", "path": "/workspace/auto_auditing_enabled", "value": true},
	{"op": "add", "path": "/servers/dc01/audit_policy/0cce9211-69ae-11d9-bed3-505054503030", "value": 1},
]) == [true]

test_was_not_read if [answer | answer := automatic_or_complete.compliant with input as {"run": _given.run, "spec": {}}] == []

test_shows_its_evidence if {
	count([observed | observed := automatic_or_complete.observed with input as _given]) == 1
	count([required | required := automatic_or_complete.required with input as _given]) == 1
}

# Sets are compared as lists.
_same(a, b) if json.marshal(a) == json.marshal(b)

test_shows_observed if {
	got := automatic_or_complete.observed with input as _given
	_same(got, {"automatic": false, "method": "not stated", "incomplete": set()})
}

test_shows_what_is_missing if {
	got := automatic_or_complete.observed with input as json.patch(_given, [
		{"op": "remove", "path": "/workspace/auto_auditing_enabled"},
		{"op": "add", "path": "/spec/auditing", "value": {"method": "manual"}},
		{"op": "add", "path": "/servers/ca01/audit_policy/0cce9221-69ae-11d9-bed3-505054503030", "value": 0},
		{"op": "add", "path": "/servers/dc02/audit_policy/0cce9235-69ae-11d9-bed3-505054503030", "value": 0},
		{"op": "add", "path": "/servers/dc01/audit_policy/0cce9221-69ae-11d9-bed3-505054503030", "value": 0},
	])
	_same(got, {"automatic": "not read", "method": "manual", "incomplete": {"ca01"}})
}

test_other_settings_do_not_matter if _read([{"op": "add", "path": "/servers/dc01/audit_policy/0cce9215-69ae-11d9-bed3-505054503030", "value": 0}]) == [true]
