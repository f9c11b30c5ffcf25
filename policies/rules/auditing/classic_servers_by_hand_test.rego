package mdi.rules.auditing.classic_servers_by_hand_test

import data.mdi.rules.auditing.classic_servers_by_hand

_read(patches) := [answer | answer := classic_servers_by_hand.compliant with input as json.patch(_given, patches)]

_applies(patches) := [answer | answer := classic_servers_by_hand.applies with input as json.patch(_given, patches)]

_given := {
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"workspace": {
		"auto_auditing_enabled": true,
	},
	"server": {
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
}

test_complies if _read([]) == [true]

test_c20_the_switch_does_not_help_a_classic_sensor if _read([{"op": "add", "path": "/server/audit_policy/0cce9211-69ae-11d9-bed3-505054503030", "value": 1}]) == [false]

test_failure_only if _read([{"op": "add", "path": "/server/audit_policy/0cce923f-69ae-11d9-bed3-505054503030", "value": 2}]) == [false]

test_a_setting_not_read if _read([{"op": "remove", "path": "/server/audit_policy/0cce9211-69ae-11d9-bed3-505054503030"}]) == []

test_role_dc_not_read if _read([{"op": "remove", "path": "/server/roles/dc"}]) == []

test_role_rodc_not_read if _read([{"op": "remove", "path": "/server/roles/rodc"}]) == []

test_role_adfs_not_read if _read([{"op": "remove", "path": "/server/roles/adfs"}]) == []

test_role_adcs_not_read if _read([{"op": "remove", "path": "/server/roles/adcs"}]) == []

test_role_entra_connect_not_read if _read([{"op": "remove", "path": "/server/roles/entra_connect"}]) == []

test_role_server if _read([
	{"op": "add", "path": "/server/roles", "value": {"dc": false, "rodc": false, "adfs": false, "adcs": true, "entra_connect": false}},
	{"op": "add", "path": "/server/audit_policy", "value": {"0cce9221-69ae-11d9-bed3-505054503030": 3}},
]) == [true]

test_applies_with_the_switch_on if _applies([]) == [true]

test_applies_when_the_spec_wants_it if _applies([
	{"op": "add", "path": "/workspace/auto_auditing_enabled", "value": false},
	{"op": "add", "path": "/spec/auditing", "value": {"method": "automatic"}},
]) == [true]

test_does_not_apply_by_policy_object if _applies([
	{"op": "add", "path": "/workspace/auto_auditing_enabled", "value": false},
	{"op": "add", "path": "/spec/auditing", "value": {"method": "gpo"}},
]) == [false]

test_does_not_apply_with_the_switch_off if _applies([{"op": "add", "path": "/workspace/auto_auditing_enabled", "value": false}]) == [false]

test_switch_not_read if _applies([
	{"op": "add", "path": "/spec/auditing", "value": {"method": "automatic"}},
	{"op": "remove", "path": "/workspace/auto_auditing_enabled"},
]) == []

test_was_not_read if [answer | answer := classic_servers_by_hand.compliant with input as {"run": _given.run, "spec": {}}] == []

test_shows_its_evidence if {
	count([observed | observed := classic_servers_by_hand.observed with input as _given]) == 1
	count([required | required := classic_servers_by_hand.required with input as _given]) == 1
}

test_other_settings_do_not_matter if _read([{"op": "add", "path": "/server/audit_policy/0cce9215-69ae-11d9-bed3-505054503030", "value": 0}]) == [true]
