package mdi.rules.adcs.policies_reach_cas_only_test

import data.mdi.rules.adcs.policies_reach_cas_only

_read(patches) := [answer | answer := policies_reach_cas_only.compliant with input as json.patch(_given, patches)]

_applies(patches) := [answer | answer := policies_reach_cas_only.applies with input as json.patch(_given, patches)]

_given := {
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"domain": {
		"sid": "S-1-5-21-1004336348-1177238915-682003330",
		"cert_publishers": {
			"ca01.contoso.com": true,
		},
		"gpos_complete": true,
		"gpos": {
			"a": {
				"name": "MDI - Auditing for CAs",
				"status": "enabled",
				"audit_policy": {},
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
					"S-1-5-21-1004336348-1177238915-682003330-517": true,
				},
				"deny_apply": {},
			},
			"b": {
				"name": "MDI - Advanced Audit Policy for CAs",
				"status": "enabled",
				"audit_policy": {},
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
					"S-1-5-21-1004336348-1177238915-682003330-517": true,
				},
				"deny_apply": {},
			},
			"o": {
				"name": "Other",
				"status": "enabled",
				"audit_policy": {},
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

test_a_for_everybody if _read([{"op": "add", "path": "/domain/gpos/a/apply", "value": {"S-1-5-11": true}}]) == [false]

test_a_also_for_controllers if _read([{"op": "add", "path": "/domain/gpos/a/apply", "value": {"S-1-5-21-1004336348-1177238915-682003330-517": true, "S-1-5-21-1004336348-1177238915-682003330-516": true}}]) == [false]

test_a_for_nobody if _read([{"op": "add", "path": "/domain/gpos/a/apply", "value": {}}]) == [false]

test_a_not_linked if _read([{"op": "add", "path": "/domain/gpos/a/links", "value": {}}]) == [false]

test_a_link_is_off if _read([{"op": "add", "path": "/domain/gpos/a/links/dc=contoso,dc=com/enabled", "value": false}]) == [false]

test_b_for_everybody if _read([{"op": "add", "path": "/domain/gpos/b/apply", "value": {"S-1-5-11": true}}]) == [false]

test_b_also_for_controllers if _read([{"op": "add", "path": "/domain/gpos/b/apply", "value": {"S-1-5-21-1004336348-1177238915-682003330-517": true, "S-1-5-21-1004336348-1177238915-682003330-516": true}}]) == [false]

test_b_for_nobody if _read([{"op": "add", "path": "/domain/gpos/b/apply", "value": {}}]) == [false]

test_b_not_linked if _read([{"op": "add", "path": "/domain/gpos/b/links", "value": {}}]) == [false]

test_b_link_is_off if _read([{"op": "add", "path": "/domain/gpos/b/links/dc=contoso,dc=com/enabled", "value": false}]) == [false]

test_cert_publishers_of_another_domain if _read([{"op": "add", "path": "/domain/gpos/a/apply", "value": {"S-1-5-21-1-2-3-517": true}}]) == [false]

test_linked_to_the_container_of_the_cas if _read([
	{"op": "add", "path": "/domain/gpos/a/links", "value": {"ou=cas,dc=contoso,dc=com": {"enabled": true}}},
	{"op": "add", "path": "/domain/gpos/a/apply", "value": {"S-1-5-11": true}},
]) == [true]

test_linked_to_that_container_for_nobody if _read([
	{"op": "add", "path": "/domain/gpos/a/links", "value": {"ou=cas,dc=contoso,dc=com": {"enabled": true}}},
	{"op": "add", "path": "/domain/gpos/a/apply", "value": {}},
]) == [false]

test_linked_to_a_site if _read([
	{"op": "add", "path": "/domain/gpos/a/links", "value": {"cn=hq,cn=sites,cn=configuration,dc=contoso,dc=com": {"enabled": true}}},
	{"op": "add", "path": "/domain/gpos/a/apply", "value": {"S-1-5-11": true}},
]) == [false]

test_no_ca_in_cert_publishers if _read([{"op": "add", "path": "/domain/cert_publishers", "value": {}}]) == [false]

test_no_ca_in_cert_publishers_matters_to_the_domain_only if _read([
	{"op": "add", "path": "/domain/cert_publishers", "value": {}},
	{"op": "add", "path": "/domain/gpos/a/links", "value": {"ou=cas,dc=contoso,dc=com": {"enabled": true}}},
	{"op": "add", "path": "/domain/gpos/b/links", "value": {"ou=cas,dc=contoso,dc=com": {"enabled": true}}},
]) == [true]

test_sid_not_read if _read([{"op": "remove", "path": "/domain/sid"}]) == []

test_cert_publishers_not_read if _read([{"op": "remove", "path": "/domain/cert_publishers"}]) == []

test_filter_not_read if _read([{"op": "remove", "path": "/domain/gpos/a/apply"}]) == []

test_link_not_read if _read([{"op": "remove", "path": "/domain/gpos/a/links/dc=contoso,dc=com/enabled"}]) == []

test_links_not_read if _read([{"op": "remove", "path": "/domain/gpos/a/links"}]) == []

test_applies_where_there_is_one if _applies([]) == [true]

test_applies_whatever_the_case if _applies([
	{"op": "add", "path": "/domain/gpos/a/name", "value": "MDI - AUDITING FOR CAS"},
	{"op": "remove", "path": "/domain/gpos/b"},
]) == [true]

test_applies_with_the_audit_policy_alone if _applies([{"op": "remove", "path": "/domain/gpos/a"}]) == [true]

test_does_not_apply_without if _applies([
	{"op": "remove", "path": "/domain/gpos/a"},
	{"op": "remove", "path": "/domain/gpos/b"},
]) == [false]

test_a_name_not_read if _applies([{"op": "remove", "path": "/domain/gpos/o/name"}]) == []

test_objects_not_complete if _applies([{"op": "remove", "path": "/domain/gpos_complete"}]) == []

test_was_not_read if [answer | answer := policies_reach_cas_only.compliant with input as {"run": _given.run, "spec": {}}] == []

test_shows_its_evidence if {
	count([observed | observed := policies_reach_cas_only.observed with input as _given]) == 1
	count([required | required := policies_reach_cas_only.required with input as _given]) == 1
}

# Sets are compared as lists.
_same(a, b) if json.marshal(a) == json.marshal(b)

test_shows_what_is_wrong if {
	got := policies_reach_cas_only.observed with input as json.patch(_given, [
		{"op": "add", "path": "/domain/gpos/a/apply", "value": {"S-1-5-11": true}},
		{"op": "add", "path": "/domain/gpos/o/apply", "value": {}},
	])
	_same(got, {"a": {"dc=contoso,dc=com is not left to Cert Publishers"}})
}
