package mdi.rules.auditing.ntlm_on_controllers_only_test

import data.mdi.rules.auditing.ntlm_on_controllers_only

_read(patches) := [answer | answer := ntlm_on_controllers_only.compliant with input as json.patch(_given, patches)]

_given := {
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"domain": {
		"gpos_complete": true,
		"gpos": {
			"a": {
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
						"order": 1,
					},
				},
				"apply": {
					"S-1-5-11": true,
				},
				"deny_apply": {},
			},
			"o": {
				"name": "A policy object",
				"status": "enabled",
				"audit_policy": {
					"0cce9211-69ae-11d9-bed3-505054503030": 3,
				},
				"registry": {},
				"ca_audit_keys": {},
				"links": {
					"dc=contoso,dc=com": {
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
		},
	},
}

test_complies if _read([]) == [true]

test_linked_to_the_domain if _read([{"op": "add", "path": "/domain/gpos/a/links", "value": {"dc=contoso,dc=com": {"enabled": true}}}]) == [false]

test_alone_audit_receiving_ntlm_traffic if _read([
	{"op": "add", "path": "/domain/gpos/a/registry", "value": {"audit_receiving_ntlm_traffic": {"present": true, "type": "dword", "value": 2}}},
	{"op": "add", "path": "/domain/gpos/a/links", "value": {"dc=contoso,dc=com": {"enabled": true}}},
]) == [false]

test_alone_restrict_sending_ntlm_traffic if _read([
	{"op": "add", "path": "/domain/gpos/a/registry", "value": {"restrict_sending_ntlm_traffic": {"present": true, "type": "dword", "value": 1}}},
	{"op": "add", "path": "/domain/gpos/a/links", "value": {"dc=contoso,dc=com": {"enabled": true}}},
]) == [false]

test_alone_audit_ntlm_in_domain if _read([
	{"op": "add", "path": "/domain/gpos/a/registry", "value": {"audit_ntlm_in_domain": {"present": true, "type": "dword", "value": 7}}},
	{"op": "add", "path": "/domain/gpos/a/links", "value": {"dc=contoso,dc=com": {"enabled": true}}},
]) == [false]

test_other_values_may_go_anywhere if _read([
	{"op": "add", "path": "/domain/gpos/a/registry", "value": {"restrict_remote_sam_audit_only": {"present": true, "type": "dword", "value": 1}}},
	{"op": "add", "path": "/domain/gpos/a/links", "value": {"dc=contoso,dc=com": {"enabled": true}}},
]) == [true]

test_link_is_off if _read([{"op": "add", "path": "/domain/gpos/a/links", "value": {"dc=contoso,dc=com": {"enabled": false}}}]) == [true]

test_a_second_link if _read([{"op": "add", "path": "/domain/gpos/a/links/dc=contoso,dc=com", "value": {"enabled": true}}]) == [false]

test_linked_below_the_container if _read([{"op": "add", "path": "/domain/gpos/a/links", "value": {"ou=hq,ou=domain controllers,dc=contoso,dc=com": {"enabled": true}}}]) == [true]

test_container_of_a_similar_name if _read([{"op": "add", "path": "/domain/gpos/a/links", "value": {"ou=old domain controllers,dc=contoso,dc=com": {"enabled": true}}}]) == [false]

test_container_of_that_name_elsewhere if _read([{"op": "add", "path": "/domain/gpos/a/links", "value": {"ou=domain controllers,ou=old,dc=contoso,dc=com": {"enabled": true}}}]) == [false]

test_only_rid_516_applies if _read([
	{"op": "add", "path": "/domain/gpos/a/apply", "value": {"S-1-5-21-1004336348-1177238915-682003330-516": true}},
	{"op": "add", "path": "/domain/gpos/a/links", "value": {"dc=contoso,dc=com": {"enabled": true}}},
]) == [true]

test_only_rid_521_applies if _read([
	{"op": "add", "path": "/domain/gpos/a/apply", "value": {"S-1-5-21-1004336348-1177238915-682003330-521": true}},
	{"op": "add", "path": "/domain/gpos/a/links", "value": {"dc=contoso,dc=com": {"enabled": true}}},
]) == [true]

test_only_rid_498_applies if _read([
	{"op": "add", "path": "/domain/gpos/a/apply", "value": {"S-1-5-21-1004336348-1177238915-682003330-498": true}},
	{"op": "add", "path": "/domain/gpos/a/links", "value": {"dc=contoso,dc=com": {"enabled": true}}},
]) == [true]

test_only_enterprise_controllers_apply if _read([
	{"op": "add", "path": "/domain/gpos/a/apply", "value": {"S-1-5-9": true}},
	{"op": "add", "path": "/domain/gpos/a/links", "value": {"dc=contoso,dc=com": {"enabled": true}}},
]) == [true]

test_a_group_that_ends_alike if _read([
	{"op": "add", "path": "/domain/gpos/a/apply", "value": {"S-1-5-21-1004336348-1177238915-682003330-1516": true}},
	{"op": "add", "path": "/domain/gpos/a/links", "value": {"dc=contoso,dc=com": {"enabled": true}}},
]) == [false]

test_controllers_and_others_apply if _read([
	{"op": "add", "path": "/domain/gpos/a/apply", "value": {"S-1-5-21-1004336348-1177238915-682003330-516": true, "S-1-5-11": true}},
	{"op": "add", "path": "/domain/gpos/a/links", "value": {"dc=contoso,dc=com": {"enabled": true}}},
]) == [false]

test_nobody_applies if _read([
	{"op": "add", "path": "/domain/gpos/a/apply", "value": {}},
	{"op": "add", "path": "/domain/gpos/a/links", "value": {"dc=contoso,dc=com": {"enabled": true}}},
]) == [true]

test_member_computers_are_denied if _read([
	{"op": "add", "path": "/domain/gpos/a/deny_apply", "value": {"S-1-5-21-1004336348-1177238915-682003330-515": true}},
	{"op": "add", "path": "/domain/gpos/a/links", "value": {"dc=contoso,dc=com": {"enabled": true}}},
]) == [true]

test_others_are_denied if _read([
	{"op": "add", "path": "/domain/gpos/a/deny_apply", "value": {"S-1-5-21-1004336348-1177238915-682003330-514": true}},
	{"op": "add", "path": "/domain/gpos/a/links", "value": {"dc=contoso,dc=com": {"enabled": true}}},
]) == [false]

test_all_disabled if _read([
	{"op": "add", "path": "/domain/gpos/a/status", "value": "all_disabled"},
	{"op": "add", "path": "/domain/gpos/a/links", "value": {"dc=contoso,dc=com": {"enabled": true}}},
]) == [true]

test_computer_disabled if _read([
	{"op": "add", "path": "/domain/gpos/a/status", "value": "computer_disabled"},
	{"op": "add", "path": "/domain/gpos/a/links", "value": {"dc=contoso,dc=com": {"enabled": true}}},
]) == [true]

test_user_disabled if _read([
	{"op": "add", "path": "/domain/gpos/a/status", "value": "user_disabled"},
	{"op": "add", "path": "/domain/gpos/a/links", "value": {"dc=contoso,dc=com": {"enabled": true}}},
]) == [false]

test_no_object if _read([{"op": "add", "path": "/domain/gpos", "value": {}}]) == [true]

test_status_not_read if _read([{"op": "remove", "path": "/domain/gpos/o/status"}]) == []

test_registry_not_read if _read([{"op": "remove", "path": "/domain/gpos/o/registry"}]) == []

test_apply_not_read if _read([{"op": "remove", "path": "/domain/gpos/o/apply"}]) == []

test_deny_apply_not_read if _read([{"op": "remove", "path": "/domain/gpos/o/deny_apply"}]) == []

test_links_not_read if _read([{"op": "remove", "path": "/domain/gpos/o/links"}]) == []

test_link_not_read if _read([{"op": "remove", "path": "/domain/gpos/o/links/dc=contoso,dc=com/enabled"}]) == []

test_objects_not_complete if _read([{"op": "add", "path": "/domain/gpos_complete", "value": false}]) == []

test_was_not_read if [answer | answer := ntlm_on_controllers_only.compliant with input as {"run": _given.run, "spec": {}}] == []

test_shows_its_evidence if {
	count([observed | observed := ntlm_on_controllers_only.observed with input as _given]) == 1
	count([required | required := ntlm_on_controllers_only.required with input as _given]) == 1
}

# Sets are compared as lists.
_same(a, b) if json.marshal(a) == json.marshal(b)

test_shows_what_reaches_further if {
	got := ntlm_on_controllers_only.observed with input as json.patch(_given, [{"op": "add", "path": "/domain/gpos/a/links", "value": {"dc=contoso,dc=com": {"enabled": true}}}])
	_same(got, {"a: dc=contoso,dc=com"})
}
