package mdi.rules.adcs.policy_names_the_ca_test

import data.mdi.rules.adcs.policy_names_the_ca

_read(patches) := [answer | answer := policy_names_the_ca.compliant with input as json.patch(_given, patches)]

_applies(patches) := [answer | answer := policy_names_the_ca.applies with input as json.patch(_given, patches)]

_given := {
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"netbios_name": "CA01",
		"ca": {
			"active_name": "CONTOSO-CA01-CA",
		},
	},
	"domain": {
		"netbios_name": "CONTOSO",
		"gpos_complete": true,
		"gpos": {
			"a": {
				"name": "A policy object",
				"status": "enabled",
				"audit_policy": {},
				"registry": {},
				"ca_audit_keys": {
					"%domainname%-%computername%-ca": true,
				},
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
				"audit_policy": {},
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
		},
	},
}

test_complies if _read([]) == [true]

test_c57_a_name_of_its_own if _read([{"op": "add", "path": "/server/ca/active_name", "value": "Contoso Issuing CA 1"}]) == [false]

test_the_name_written_out if _read([
	{"op": "add", "path": "/server/ca/active_name", "value": "Contoso Issuing CA 1"},
	{"op": "add", "path": "/domain/gpos/a/ca_audit_keys", "value": {"contoso issuing ca 1": true}},
]) == [true]

test_one_name_of_several if _read([{"op": "add", "path": "/domain/gpos/o/ca_audit_keys", "value": {"contoso issuing ca 1": true}}]) == [true]

test_another_computer if _read([{"op": "add", "path": "/server/netbios_name", "value": "CA02"}]) == [false]

test_another_domain if _read([{"op": "add", "path": "/domain/netbios_name", "value": "FABRIKAM"}]) == [false]

test_name_not_read if _read([{"op": "remove", "path": "/server/ca/active_name"}]) == []

test_computer_not_read if _read([{"op": "remove", "path": "/server/netbios_name"}]) == []

test_domain_not_read if _read([{"op": "remove", "path": "/domain/netbios_name"}]) == []

test_applies_where_a_key_is_written if _applies([]) == [true]

test_does_not_apply_where_none_is_written if _applies([{"op": "add", "path": "/domain/gpos/a/ca_audit_keys", "value": {}}]) == [false]

test_keys_not_read if _applies([{"op": "remove", "path": "/domain/gpos/o/ca_audit_keys"}]) == []

test_objects_not_complete if _applies([{"op": "remove", "path": "/domain/gpos_complete"}]) == []

test_was_not_read if [answer | answer := policy_names_the_ca.compliant with input as {"run": _given.run, "spec": {}}] == []

test_shows_its_evidence if {
	count([observed | observed := policy_names_the_ca.observed with input as _given]) == 1
	count([required | required := policy_names_the_ca.required with input as _given]) == 1
}

# Sets are compared as lists.
_same(a, b) if json.marshal(a) == json.marshal(b)

test_shows_observed if {
	got := policy_names_the_ca.observed with input as _given
	_same(got, {"ca": "CONTOSO-CA01-CA", "written under": {"contoso-ca01-ca"}})
}
