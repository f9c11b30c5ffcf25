package mdi.rules.auditing.nothing_against_automatic_test

import data.mdi.rules.auditing.nothing_against_automatic

_read(patches) := [answer | answer := nothing_against_automatic.compliant with input as json.patch(_given, patches)]

_applies(patches) := [answer | answer := nothing_against_automatic.applies with input as json.patch(_given, patches)]

_given := {
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {
		"sensor": {
			"generation": "v3",
		},
	},
	"workspace": {
		"auto_auditing_enabled": true,
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

test_without_any_object if _read([{"op": "add", "path": "/domain/gpos", "value": {}}]) == [true]

test_against_9211 if _read([{"op": "add", "path": "/domain/gpos/w", "value": {"name": "A policy object", "status": "enabled", "audit_policy": {"0cce9211-69ae-11d9-bed3-505054503030": 1}, "registry": {}, "ca_audit_keys": {}, "links": {"dc=contoso,dc=com": {"enabled": true, "enforced": false, "order": 1}}, "apply": {"S-1-5-11": true}, "deny_apply": {}}}]) == [false]

test_against_9235 if _read([{"op": "add", "path": "/domain/gpos/w", "value": {"name": "A policy object", "status": "enabled", "audit_policy": {"0cce9235-69ae-11d9-bed3-505054503030": 1}, "registry": {}, "ca_audit_keys": {}, "links": {"dc=contoso,dc=com": {"enabled": true, "enforced": false, "order": 1}}, "apply": {"S-1-5-11": true}, "deny_apply": {}}}]) == [false]

test_against_9236 if _read([{"op": "add", "path": "/domain/gpos/w", "value": {"name": "A policy object", "status": "enabled", "audit_policy": {"0cce9236-69ae-11d9-bed3-505054503030": 1}, "registry": {}, "ca_audit_keys": {}, "links": {"dc=contoso,dc=com": {"enabled": true, "enforced": false, "order": 1}}, "apply": {"S-1-5-11": true}, "deny_apply": {}}}]) == [false]

test_against_9237 if _read([{"op": "add", "path": "/domain/gpos/w", "value": {"name": "A policy object", "status": "enabled", "audit_policy": {"0cce9237-69ae-11d9-bed3-505054503030": 1}, "registry": {}, "ca_audit_keys": {}, "links": {"dc=contoso,dc=com": {"enabled": true, "enforced": false, "order": 1}}, "apply": {"S-1-5-11": true}, "deny_apply": {}}}]) == [false]

test_against_9238 if _read([{"op": "add", "path": "/domain/gpos/w", "value": {"name": "A policy object", "status": "enabled", "audit_policy": {"0cce9238-69ae-11d9-bed3-505054503030": 1}, "registry": {}, "ca_audit_keys": {}, "links": {"dc=contoso,dc=com": {"enabled": true, "enforced": false, "order": 1}}, "apply": {"S-1-5-11": true}, "deny_apply": {}}}]) == [false]

test_against_923b if _read([{"op": "add", "path": "/domain/gpos/w", "value": {"name": "A policy object", "status": "enabled", "audit_policy": {"0cce923b-69ae-11d9-bed3-505054503030": 1}, "registry": {}, "ca_audit_keys": {}, "links": {"dc=contoso,dc=com": {"enabled": true, "enforced": false, "order": 1}}, "apply": {"S-1-5-11": true}, "deny_apply": {}}}]) == [false]

test_against_923c if _read([{"op": "add", "path": "/domain/gpos/w", "value": {"name": "A policy object", "status": "enabled", "audit_policy": {"0cce923c-69ae-11d9-bed3-505054503030": 1}, "registry": {}, "ca_audit_keys": {}, "links": {"dc=contoso,dc=com": {"enabled": true, "enforced": false, "order": 1}}, "apply": {"S-1-5-11": true}, "deny_apply": {}}}]) == [false]

test_against_923f if _read([{"op": "add", "path": "/domain/gpos/w", "value": {"name": "A policy object", "status": "enabled", "audit_policy": {"0cce923f-69ae-11d9-bed3-505054503030": 1}, "registry": {}, "ca_audit_keys": {}, "links": {"dc=contoso,dc=com": {"enabled": true, "enforced": false, "order": 1}}, "apply": {"S-1-5-11": true}, "deny_apply": {}}}]) == [false]

test_sets_nothing_at_all if _read([{"op": "add", "path": "/domain/gpos/w", "value": {"name": "A policy object", "status": "enabled", "audit_policy": {"0cce9211-69ae-11d9-bed3-505054503030": 0}, "registry": {}, "ca_audit_keys": {}, "links": {"ou=domain controllers,dc=contoso,dc=com": {"enabled": true, "enforced": true, "order": 1}}, "apply": {"S-1-5-11": true}, "deny_apply": {}}}]) == [false]

test_another_subcategory if _read([{"op": "add", "path": "/domain/gpos/w", "value": {"name": "A policy object", "status": "enabled", "audit_policy": {"0cce9221-69ae-11d9-bed3-505054503030": 0}, "registry": {}, "ca_audit_keys": {}, "links": {"ou=domain controllers,dc=contoso,dc=com": {"enabled": true, "enforced": true, "order": 1}}, "apply": {"S-1-5-11": true}, "deny_apply": {}}}]) == [true]

test_not_linked_to_the_server if _read([{"op": "add", "path": "/domain/gpos/w", "value": {"name": "A policy object", "status": "enabled", "audit_policy": {"0cce9211-69ae-11d9-bed3-505054503030": 0}, "registry": {}, "ca_audit_keys": {}, "links": {"ou=servers,dc=contoso,dc=com": {"enabled": true, "enforced": true, "order": 1}}, "apply": {"S-1-5-11": true}, "deny_apply": {}}}]) == [true]

test_against_audit_receiving_ntlm_traffic if _read([{"op": "add", "path": "/domain/gpos/w", "value": {"name": "A policy object", "status": "enabled", "audit_policy": {}, "registry": {"audit_receiving_ntlm_traffic": {"present": true, "type": "dword", "value": 1}}, "ca_audit_keys": {}, "links": {"ou=domain controllers,dc=contoso,dc=com": {"enabled": true, "enforced": true, "order": 1}}, "apply": {"S-1-5-11": true}, "deny_apply": {}}}]) == [false]

test_in_line_with_audit_receiving_ntlm_traffic if _read([{"op": "add", "path": "/domain/gpos/w", "value": {"name": "A policy object", "status": "enabled", "audit_policy": {}, "registry": {"audit_receiving_ntlm_traffic": {"present": true, "type": "dword", "value": 2}}, "ca_audit_keys": {}, "links": {"ou=domain controllers,dc=contoso,dc=com": {"enabled": true, "enforced": true, "order": 1}}, "apply": {"S-1-5-11": true}, "deny_apply": {}}}]) == [true]

test_against_restrict_sending_ntlm_traffic if _read([{"op": "add", "path": "/domain/gpos/w", "value": {"name": "A policy object", "status": "enabled", "audit_policy": {}, "registry": {"restrict_sending_ntlm_traffic": {"present": true, "type": "dword", "value": 0}}, "ca_audit_keys": {}, "links": {"ou=domain controllers,dc=contoso,dc=com": {"enabled": true, "enforced": true, "order": 1}}, "apply": {"S-1-5-11": true}, "deny_apply": {}}}]) == [false]

test_in_line_with_restrict_sending_ntlm_traffic if _read([{"op": "add", "path": "/domain/gpos/w", "value": {"name": "A policy object", "status": "enabled", "audit_policy": {}, "registry": {"restrict_sending_ntlm_traffic": {"present": true, "type": "dword", "value": 2}}, "ca_audit_keys": {}, "links": {"ou=domain controllers,dc=contoso,dc=com": {"enabled": true, "enforced": true, "order": 1}}, "apply": {"S-1-5-11": true}, "deny_apply": {}}}]) == [true]

test_against_audit_ntlm_in_domain if _read([{"op": "add", "path": "/domain/gpos/w", "value": {"name": "A policy object", "status": "enabled", "audit_policy": {}, "registry": {"audit_ntlm_in_domain": {"present": true, "type": "dword", "value": 5}}, "ca_audit_keys": {}, "links": {"ou=domain controllers,dc=contoso,dc=com": {"enabled": true, "enforced": true, "order": 1}}, "apply": {"S-1-5-11": true}, "deny_apply": {}}}]) == [false]

test_in_line_with_audit_ntlm_in_domain if _read([{"op": "add", "path": "/domain/gpos/w", "value": {"name": "A policy object", "status": "enabled", "audit_policy": {}, "registry": {"audit_ntlm_in_domain": {"present": true, "type": "dword", "value": 7}}, "ca_audit_keys": {}, "links": {"ou=domain controllers,dc=contoso,dc=com": {"enabled": true, "enforced": true, "order": 1}}, "apply": {"S-1-5-11": true}, "deny_apply": {}}}]) == [true]

test_against_sce_no_apply_legacy_audit_policy if _read([{"op": "add", "path": "/domain/gpos/w", "value": {"name": "A policy object", "status": "enabled", "audit_policy": {}, "registry": {"sce_no_apply_legacy_audit_policy": {"present": true, "type": "dword", "value": 0}}, "ca_audit_keys": {}, "links": {"ou=domain controllers,dc=contoso,dc=com": {"enabled": true, "enforced": true, "order": 1}}, "apply": {"S-1-5-11": true}, "deny_apply": {}}}]) == [false]

test_in_line_with_sce_no_apply_legacy_audit_policy if _read([{"op": "add", "path": "/domain/gpos/w", "value": {"name": "A policy object", "status": "enabled", "audit_policy": {}, "registry": {"sce_no_apply_legacy_audit_policy": {"present": true, "type": "dword", "value": 1}}, "ca_audit_keys": {}, "links": {"ou=domain controllers,dc=contoso,dc=com": {"enabled": true, "enforced": true, "order": 1}}, "apply": {"S-1-5-11": true}, "deny_apply": {}}}]) == [true]

test_takes_an_ntlm_value_away if _read([{"op": "add", "path": "/domain/gpos/w", "value": {"name": "A policy object", "status": "enabled", "audit_policy": {}, "registry": {"audit_ntlm_in_domain": {"present": false}}, "ca_audit_keys": {}, "links": {"ou=domain controllers,dc=contoso,dc=com": {"enabled": true, "enforced": true, "order": 1}}, "apply": {"S-1-5-11": true}, "deny_apply": {}}}]) == [false]

test_takes_the_legacy_value_away if _read([{"op": "add", "path": "/domain/gpos/w", "value": {"name": "A policy object", "status": "enabled", "audit_policy": {}, "registry": {"sce_no_apply_legacy_audit_policy": {"present": false}}, "ca_audit_keys": {}, "links": {"ou=domain controllers,dc=contoso,dc=com": {"enabled": true, "enforced": true, "order": 1}}, "apply": {"S-1-5-11": true}, "deny_apply": {}}}]) == [true]

test_another_value if _read([{"op": "add", "path": "/domain/gpos/w", "value": {"name": "A policy object", "status": "enabled", "audit_policy": {}, "registry": {"restrict_remote_sam_audit_only": {"present": true, "type": "dword", "value": 1}}, "ca_audit_keys": {}, "links": {"ou=domain controllers,dc=contoso,dc=com": {"enabled": true, "enforced": true, "order": 1}}, "apply": {"S-1-5-11": true}, "deny_apply": {}}}]) == [true]

test_ntlm_on_a_role_server if _read([
	{"op": "add", "path": "/server/roles", "value": {"dc": false, "rodc": false, "adfs": false, "adcs": true, "entra_connect": false}},
	{"op": "add", "path": "/domain/gpos/w", "value": {"name": "A policy object", "status": "enabled", "audit_policy": {}, "registry": {"audit_ntlm_in_domain": {"present": true, "type": "dword", "value": 0}}, "ca_audit_keys": {}, "links": {"ou=domain controllers,dc=contoso,dc=com": {"enabled": true, "enforced": true, "order": 1}}, "apply": {"S-1-5-11": true}, "deny_apply": {}}},
]) == [true]

test_ntlm_on_a_read_only_controller if _read([
	{"op": "add", "path": "/server/roles", "value": {"dc": false, "rodc": true, "adfs": false, "adcs": false, "entra_connect": false}},
	{"op": "add", "path": "/domain/gpos/w", "value": {"name": "A policy object", "status": "enabled", "audit_policy": {}, "registry": {"audit_ntlm_in_domain": {"present": true, "type": "dword", "value": 0}}, "ca_audit_keys": {}, "links": {"ou=domain controllers,dc=contoso,dc=com": {"enabled": true, "enforced": true, "order": 1}}, "apply": {"S-1-5-11": true}, "deny_apply": {}}},
]) == [false]

test_legacy_categories_on_a_role_server if _read([
	{"op": "add", "path": "/server/roles", "value": {"dc": false, "rodc": false, "adfs": false, "adcs": true, "entra_connect": false}},
	{"op": "add", "path": "/domain/gpos/w", "value": {"name": "A policy object", "status": "enabled", "audit_policy": {}, "registry": {"sce_no_apply_legacy_audit_policy": {"present": true, "type": "dword", "value": 0}}, "ca_audit_keys": {}, "links": {"ou=domain controllers,dc=contoso,dc=com": {"enabled": true, "enforced": true, "order": 1}}, "apply": {"S-1-5-11": true}, "deny_apply": {}}},
]) == [false]

test_settings_not_read if _read([
	{"op": "add", "path": "/domain/gpos/w", "value": {"name": "A policy object", "status": "enabled", "audit_policy": {}, "registry": {}, "ca_audit_keys": {}, "links": {"ou=domain controllers,dc=contoso,dc=com": {"enabled": true, "enforced": true, "order": 1}}, "apply": {"S-1-5-11": true}, "deny_apply": {}}},
	{"op": "remove", "path": "/domain/gpos/w/audit_policy"},
]) == []

test_values_not_read if _read([
	{"op": "add", "path": "/domain/gpos/w", "value": {"name": "A policy object", "status": "enabled", "audit_policy": {}, "registry": {}, "ca_audit_keys": {}, "links": {"ou=domain controllers,dc=contoso,dc=com": {"enabled": true, "enforced": true, "order": 1}}, "apply": {"S-1-5-11": true}, "deny_apply": {}}},
	{"op": "remove", "path": "/domain/gpos/w/registry"},
]) == []

test_roles_not_read if _read([{"op": "remove", "path": "/server/roles/adfs"}]) == []

test_objects_not_complete if _read([{"op": "remove", "path": "/domain/gpos_complete"}]) == []

test_applies_with_the_switch_on if _applies([]) == [true]

test_does_not_apply_with_the_switch_off if _applies([{"op": "add", "path": "/workspace/auto_auditing_enabled", "value": false}]) == [false]

test_switch_not_read if _applies([{"op": "remove", "path": "/workspace/auto_auditing_enabled"}]) == []

test_was_not_read if [answer | answer := nothing_against_automatic.compliant with input as {"run": _given.run, "spec": {}}] == []

test_shows_its_evidence if {
	count([observed | observed := nothing_against_automatic.observed with input as _given]) == 1
	count([required | required := nothing_against_automatic.required with input as _given]) == 1
}

# Sets are compared as lists.
_same(a, b) if json.marshal(a) == json.marshal(b)

test_shows_what_is_against_it if {
	got := nothing_against_automatic.observed with input as json.patch(_given, [
		{"op": "add", "path": "/domain/gpos/a/audit_policy/0cce9235-69ae-11d9-bed3-505054503030", "value": 1},
		{"op": "add", "path": "/domain/gpos/a/registry/audit_ntlm_in_domain", "value": {"present": true, "type": "dword", "value": 0}},
	])
	_same(got, {"a: 0cce9235-69ae-11d9-bed3-505054503030", "a: audit_ntlm_in_domain"})
}

test_objects_that_do_not_reach_it_are_not_against_it if {
	got := nothing_against_automatic.observed with input as json.patch(_given, [
		{"op": "add", "path": "/domain/gpos/a/registry/audit_ntlm_in_domain", "value": {"present": true, "type": "dword", "value": 0}},
		{"op": "add", "path": "/domain/gpos/a/links", "value": {}},
	])
	_same(got, set())
}
