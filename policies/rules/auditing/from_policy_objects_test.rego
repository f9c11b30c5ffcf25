package mdi.rules.auditing.from_policy_objects_test

import data.mdi.rules.auditing.from_policy_objects

_read(patches) := [answer | answer := from_policy_objects.compliant with input as json.patch(_given, patches)]

_applies(patches) := [answer | answer := from_policy_objects.applies with input as json.patch(_given, patches)]

_given := {
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"sensor": {
			"generation": "v2",
		},
	},
	"server": {
		"computer_dn": "cn=dc01,ou=domain controllers,dc=contoso,dc=com",
		"sid": "S-1-5-21-1004336348-1177238915-682003330-1001",
		"site": "HQ",
		"member_of": {
			"S-1-5-21-1004336348-1177238915-682003330-516": true,
		},
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
	"domain": {
		"gpos_complete": true,
		"gpo_inheritance_blocked": {},
		"gpos": {
			"a": {
				"name": "A policy object",
				"status": "enabled",
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
				"registry": {},
				"ca_audit_keys": {},
				"links": {
					"ou=domain controllers,dc=contoso,dc=com": {
						"enabled": true,
						"enforced": true,
						"order": 1,
					},
				},
				"apply": {
					"S-1-5-11": true,
				},
				"deny_apply": {},
			},
			"n": {
				"name": "A policy object",
				"status": "enabled",
				"audit_policy": {},
				"registry": {
					"audit_receiving_ntlm_traffic": {
						"present": true,
						"type": "dword",
						"value": 2,
					},
					"restrict_sending_ntlm_traffic": {
						"present": true,
						"type": "dword",
						"value": 1,
					},
					"audit_ntlm_in_domain": {
						"present": true,
						"type": "dword",
						"value": 7,
					},
				},
				"ca_audit_keys": {},
				"links": {
					"ou=domain controllers,dc=contoso,dc=com": {
						"enabled": true,
						"enforced": true,
						"order": 2,
					},
				},
				"apply": {
					"S-1-5-11": true,
				},
				"deny_apply": {},
			},
		},
	},
}

test_complies if _read([]) == [true]

test_controller_needs_9211 if _read([{"op": "remove", "path": "/domain/gpos/a/audit_policy/0cce9211-69ae-11d9-bed3-505054503030"}]) == [false]

test_controller_needs_9235 if _read([{"op": "remove", "path": "/domain/gpos/a/audit_policy/0cce9235-69ae-11d9-bed3-505054503030"}]) == [false]

test_controller_needs_9236 if _read([{"op": "remove", "path": "/domain/gpos/a/audit_policy/0cce9236-69ae-11d9-bed3-505054503030"}]) == [false]

test_controller_needs_9237 if _read([{"op": "remove", "path": "/domain/gpos/a/audit_policy/0cce9237-69ae-11d9-bed3-505054503030"}]) == [false]

test_controller_needs_9238 if _read([{"op": "remove", "path": "/domain/gpos/a/audit_policy/0cce9238-69ae-11d9-bed3-505054503030"}]) == [false]

test_controller_needs_923b if _read([{"op": "remove", "path": "/domain/gpos/a/audit_policy/0cce923b-69ae-11d9-bed3-505054503030"}]) == [false]

test_controller_needs_923c if _read([{"op": "remove", "path": "/domain/gpos/a/audit_policy/0cce923c-69ae-11d9-bed3-505054503030"}]) == [false]

test_controller_needs_923f if _read([{"op": "remove", "path": "/domain/gpos/a/audit_policy/0cce923f-69ae-11d9-bed3-505054503030"}]) == [false]

test_c14_in_force_but_the_policy_object_sets_less if _read([{"op": "add", "path": "/domain/gpos/a/audit_policy/0cce9211-69ae-11d9-bed3-505054503030", "value": 1}]) == [false]

test_c15_in_force_without_a_policy_object if _read([{"op": "add", "path": "/domain/gpos", "value": {}}]) == [false]

test_c16_link_is_off if _read([{"op": "add", "path": "/domain/gpos/a/links/ou=domain controllers,dc=contoso,dc=com/enabled", "value": false}]) == [false]

test_c16_all_disabled if _read([{"op": "add", "path": "/domain/gpos/a/status", "value": "all_disabled"}]) == [false]

test_c16_computer_disabled if _read([{"op": "add", "path": "/domain/gpos/a/status", "value": "computer_disabled"}]) == [false]

test_c16_user_disabled if _read([{"op": "add", "path": "/domain/gpos/a/status", "value": "user_disabled"}]) == [true]

test_set_but_not_in_force if _read([{"op": "add", "path": "/server/audit_policy/0cce9211-69ae-11d9-bed3-505054503030", "value": 1}]) == [false]

test_sets_success_only if _read([{"op": "add", "path": "/domain/gpos/a/audit_policy/0cce9211-69ae-11d9-bed3-505054503030", "value": 1}]) == [false]

test_sets_failure_only if _read([{"op": "add", "path": "/domain/gpos/a/audit_policy/0cce9211-69ae-11d9-bed3-505054503030", "value": 2}]) == [false]

test_a_weaker_object_that_loses if _read([{"op": "add", "path": "/domain/gpos/w", "value": {"name": "A policy object", "status": "enabled", "audit_policy": {"0cce9211-69ae-11d9-bed3-505054503030": 0}, "registry": {}, "ca_audit_keys": {}, "links": {"dc=contoso,dc=com": {"enabled": true, "enforced": false, "order": 1}}, "apply": {"S-1-5-11": true}, "deny_apply": {}}}]) == [true]

test_a_weaker_object_that_wins if _read([{"op": "add", "path": "/domain/gpos/w", "value": {"name": "A policy object", "status": "enabled", "audit_policy": {"0cce9211-69ae-11d9-bed3-505054503030": 0}, "registry": {}, "ca_audit_keys": {}, "links": {"dc=contoso,dc=com": {"enabled": true, "enforced": true, "order": 1}}, "apply": {"S-1-5-11": true}, "deny_apply": {}}}]) == [false]

test_a_winner_about_something_else if _read([{"op": "add", "path": "/domain/gpos/w", "value": {"name": "A policy object", "status": "enabled", "audit_policy": {"0cce9299-69ae-11d9-bed3-505054503030": 0}, "registry": {}, "ca_audit_keys": {}, "links": {"dc=contoso,dc=com": {"enabled": true, "enforced": true, "order": 1}}, "apply": {"S-1-5-11": true}, "deny_apply": {}}}]) == [true]

test_an_object_of_which_the_settings_were_not_read if _read([
	{"op": "add", "path": "/domain/gpos/w", "value": {"name": "A policy object", "status": "enabled", "audit_policy": {}, "registry": {}, "ca_audit_keys": {}, "links": {"ou=domain controllers,dc=contoso,dc=com": {"enabled": true, "enforced": true, "order": 1}}, "apply": {"S-1-5-11": true}, "deny_apply": {}}},
	{"op": "remove", "path": "/domain/gpos/w/audit_policy"},
]) == []

test_order_not_read if _read([{"op": "remove", "path": "/domain/gpos/a/links/ou=domain controllers,dc=contoso,dc=com/order"}]) == []

test_reach_not_read if _read([{"op": "remove", "path": "/domain/gpos/a/apply"}]) == []

test_objects_not_complete if _read([{"op": "add", "path": "/domain/gpos_complete", "value": false}]) == []

test_a_setting_not_read if _read([{"op": "remove", "path": "/server/audit_policy/0cce9211-69ae-11d9-bed3-505054503030"}]) == []

test_a_role_not_read if _read([{"op": "remove", "path": "/server/roles/adfs"}]) == []

test_read_only_controller if _read([
	{"op": "add", "path": "/server/roles", "value": {"dc": false, "rodc": true, "adfs": false, "adcs": false, "entra_connect": false}},
	{"op": "add", "path": "/server/audit_policy/0cce923f-69ae-11d9-bed3-505054503030", "value": 1},
]) == [false]

test_federation_server if _read([
	{"op": "add", "path": "/server/roles", "value": {"dc": false, "rodc": false, "adfs": true, "adcs": false, "entra_connect": false}},
	{"op": "add", "path": "/server/audit_policy", "value": {"0cce9215-69ae-11d9-bed3-505054503030": 3, "0cce9222-69ae-11d9-bed3-505054503030": 3}},
	{"op": "add", "path": "/domain/gpos/a/audit_policy", "value": {"0cce9215-69ae-11d9-bed3-505054503030": 3, "0cce9222-69ae-11d9-bed3-505054503030": 3}},
]) == [true]

test_federation_server_without_logon if _read([
	{"op": "add", "path": "/server/roles", "value": {"dc": false, "rodc": false, "adfs": true, "adcs": false, "entra_connect": false}},
	{"op": "add", "path": "/server/audit_policy", "value": {"0cce9215-69ae-11d9-bed3-505054503030": 3, "0cce9222-69ae-11d9-bed3-505054503030": 3}},
	{"op": "add", "path": "/domain/gpos/a/audit_policy", "value": {"0cce9222-69ae-11d9-bed3-505054503030": 3}},
]) == [false]

test_federation_server_without_application_generated if _read([
	{"op": "add", "path": "/server/roles", "value": {"dc": false, "rodc": false, "adfs": true, "adcs": false, "entra_connect": false}},
	{"op": "add", "path": "/server/audit_policy", "value": {"0cce9215-69ae-11d9-bed3-505054503030": 3, "0cce9222-69ae-11d9-bed3-505054503030": 3}},
	{"op": "add", "path": "/domain/gpos/a/audit_policy", "value": {"0cce9215-69ae-11d9-bed3-505054503030": 3}},
]) == [false]

test_certification_authority if _read([
	{"op": "add", "path": "/server/roles", "value": {"dc": false, "rodc": false, "adfs": false, "adcs": true, "entra_connect": false}},
	{"op": "add", "path": "/server/audit_policy", "value": {"0cce9221-69ae-11d9-bed3-505054503030": 3}},
	{"op": "add", "path": "/domain/gpos/a/audit_policy", "value": {"0cce9221-69ae-11d9-bed3-505054503030": 3}},
]) == [true]

test_certification_authority_without_its_own if _read([
	{"op": "add", "path": "/server/roles", "value": {"dc": false, "rodc": false, "adfs": false, "adcs": true, "entra_connect": false}},
	{"op": "add", "path": "/server/audit_policy", "value": {"0cce9221-69ae-11d9-bed3-505054503030": 3}},
]) == [false]

test_entra_connect if _read([
	{"op": "add", "path": "/server/roles", "value": {"dc": false, "rodc": false, "adfs": false, "adcs": false, "entra_connect": true}},
	{"op": "add", "path": "/server/audit_policy", "value": {"0cce9215-69ae-11d9-bed3-505054503030": 3}},
	{"op": "add", "path": "/domain/gpos/a/audit_policy", "value": {"0cce9215-69ae-11d9-bed3-505054503030": 3}},
]) == [true]

test_entra_connect_without_logon if _read([
	{"op": "add", "path": "/server/roles", "value": {"dc": false, "rodc": false, "adfs": false, "adcs": false, "entra_connect": true}},
	{"op": "add", "path": "/server/audit_policy", "value": {"0cce9215-69ae-11d9-bed3-505054503030": 3}},
]) == [false]

test_applies_to_v2 if _applies([]) == [true]

test_applies_to_standalone if _applies([{"op": "add", "path": "/spec/sensor/generation", "value": "standalone"}]) == [true]

test_does_not_apply_without_a_sensor if _applies([{"op": "add", "path": "/spec/sensor/generation", "value": "none"}]) == [false]

test_applies_to_v3_when_automatic_auditing_is_off if _applies([
	{"op": "add", "path": "/spec/sensor/generation", "value": "v3"},
	{"op": "add", "path": "/workspace", "value": {"auto_auditing_enabled": false}},
]) == [true]

test_does_not_apply_to_v3_when_automatic_auditing_is_on if _applies([
	{"op": "add", "path": "/spec/sensor/generation", "value": "v3"},
	{"op": "add", "path": "/workspace", "value": {"auto_auditing_enabled": true}},
]) == [false]

test_v3_and_the_switch_not_read if _applies([{"op": "add", "path": "/spec/sensor/generation", "value": "v3"}]) == []

test_generation_not_decided if _applies([
	{"op": "add", "path": "/workspace", "value": {"auto_auditing_enabled": false}},
	{"op": "remove", "path": "/spec/sensor/generation"},
]) == []

test_was_not_read if [answer | answer := from_policy_objects.compliant with input as {"run": _given.run, "spec": {}}] == []

test_shows_its_evidence if {
	count([observed | observed := from_policy_objects.observed with input as _given]) == 1
	count([required | required := from_policy_objects.required with input as _given]) == 1
}

test_shows_that_no_policy_object_sets_it if {
	got := from_policy_objects.observed with input as json.patch(_given, [{"op": "add", "path": "/domain/gpos", "value": {}}])
	got["0cce9211-69ae-11d9-bed3-505054503030"] == {"in_force": 3, "policy_object": "none"}
}
