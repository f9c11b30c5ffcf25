package mdi.rules.auditing.controllers_where_linked_test

import data.mdi.rules.auditing.controllers_where_linked

_read(patches) := [answer | answer := controllers_where_linked.compliant with input as json.patch(_given, patches)]

_applies(patches) := [answer | answer := controllers_where_linked.applies with input as json.patch(_given, patches)]

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

test_c17_moved_out_of_the_container if _read([{"op": "add", "path": "/server/computer_dn", "value": "cn=dc01,ou=tier0,dc=contoso,dc=com"}]) == [false]

test_without_9211 if _read([{"op": "remove", "path": "/domain/gpos/a/audit_policy/0cce9211-69ae-11d9-bed3-505054503030"}]) == [false]

test_without_9235 if _read([{"op": "remove", "path": "/domain/gpos/a/audit_policy/0cce9235-69ae-11d9-bed3-505054503030"}]) == [false]

test_without_9236 if _read([{"op": "remove", "path": "/domain/gpos/a/audit_policy/0cce9236-69ae-11d9-bed3-505054503030"}]) == [false]

test_without_9237 if _read([{"op": "remove", "path": "/domain/gpos/a/audit_policy/0cce9237-69ae-11d9-bed3-505054503030"}]) == [false]

test_without_9238 if _read([{"op": "remove", "path": "/domain/gpos/a/audit_policy/0cce9238-69ae-11d9-bed3-505054503030"}]) == [false]

test_without_923b if _read([{"op": "remove", "path": "/domain/gpos/a/audit_policy/0cce923b-69ae-11d9-bed3-505054503030"}]) == [false]

test_without_923c if _read([{"op": "remove", "path": "/domain/gpos/a/audit_policy/0cce923c-69ae-11d9-bed3-505054503030"}]) == [false]

test_without_923f if _read([{"op": "remove", "path": "/domain/gpos/a/audit_policy/0cce923f-69ae-11d9-bed3-505054503030"}]) == [false]

test_success_only if _read([{"op": "add", "path": "/domain/gpos/a/audit_policy/0cce9211-69ae-11d9-bed3-505054503030", "value": 1}]) == [false]

test_without_audit_receiving_ntlm_traffic if _read([{"op": "remove", "path": "/domain/gpos/n/registry/audit_receiving_ntlm_traffic"}]) == [false]

test_other_number_of_audit_receiving_ntlm_traffic if _read([{"op": "add", "path": "/domain/gpos/n/registry/audit_receiving_ntlm_traffic/value", "value": 1}]) == [false]

test_without_restrict_sending_ntlm_traffic if _read([{"op": "remove", "path": "/domain/gpos/n/registry/restrict_sending_ntlm_traffic"}]) == [false]

test_other_number_of_restrict_sending_ntlm_traffic if _read([{"op": "add", "path": "/domain/gpos/n/registry/restrict_sending_ntlm_traffic/value", "value": 0}]) == [false]

test_denied_is_more_than_audited if _read([{"op": "add", "path": "/domain/gpos/n/registry/restrict_sending_ntlm_traffic/value", "value": 2}]) == [true]

test_without_audit_ntlm_in_domain if _read([{"op": "remove", "path": "/domain/gpos/n/registry/audit_ntlm_in_domain"}]) == [false]

test_other_number_of_audit_ntlm_in_domain if _read([{"op": "add", "path": "/domain/gpos/n/registry/audit_ntlm_in_domain/value", "value": 5}]) == [false]

test_numbers_as_text if _read([{"op": "add", "path": "/domain/gpos/n/registry/audit_ntlm_in_domain", "value": {"present": true, "type": "sz", "value": "7"}}]) == [false]

test_ntlm_object_linked_elsewhere if _read([{"op": "add", "path": "/domain/gpos/n/links", "value": {"ou=servers,dc=contoso,dc=com": {"enabled": true, "enforced": true}}}]) == [false]

test_audit_object_switched_off if _read([{"op": "add", "path": "/domain/gpos/a/status", "value": "computer_disabled"}]) == [false]

test_two_objects_share_the_work if _read([
	{"op": "remove", "path": "/domain/gpos/a/audit_policy/0cce9211-69ae-11d9-bed3-505054503030"},
	{"op": "add", "path": "/domain/gpos/n/audit_policy", "value": {"0cce9211-69ae-11d9-bed3-505054503030": 3}},
]) == [true]

test_settings_not_read if _read([
	{"op": "add", "path": "/domain/gpos/x", "value": {"name": "A policy object", "status": "enabled", "audit_policy": {}, "registry": {}, "ca_audit_keys": {}, "links": {"ou=domain controllers,dc=contoso,dc=com": {"enabled": true, "enforced": true, "order": 1}}, "apply": {"S-1-5-11": true}, "deny_apply": {}}},
	{"op": "remove", "path": "/domain/gpos/x/audit_policy"},
]) == []

test_values_not_read if _read([
	{"op": "add", "path": "/domain/gpos/x", "value": {"name": "A policy object", "status": "enabled", "audit_policy": {}, "registry": {}, "ca_audit_keys": {}, "links": {"ou=domain controllers,dc=contoso,dc=com": {"enabled": true, "enforced": true, "order": 1}}, "apply": {"S-1-5-11": true}, "deny_apply": {}}},
	{"op": "remove", "path": "/domain/gpos/x/registry"},
]) == []

test_a_value_without_its_number if _read([{"op": "remove", "path": "/domain/gpos/n/registry/audit_ntlm_in_domain/value"}]) == []

test_objects_not_complete if _read([{"op": "remove", "path": "/domain/gpos_complete"}]) == []

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

test_a_value_under_another_name if _read([
	{"op": "add", "path": "/domain/gpos/n/registry/other", "value": {"present": true, "type": "dword", "value": 7}},
	{"op": "remove", "path": "/domain/gpos/n/registry/audit_ntlm_in_domain"},
]) == [false]

test_was_not_read if [answer | answer := controllers_where_linked.compliant with input as {"run": _given.run, "spec": {}}] == []

test_shows_its_evidence if {
	count([observed | observed := controllers_where_linked.observed with input as _given]) == 1
	count([required | required := controllers_where_linked.required with input as _given]) == 1
}
