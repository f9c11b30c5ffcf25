package mdi.rules.adcs.audit_filter_exists_test

import data.mdi.rules.adcs.audit_filter_exists

_read(patches) := [answer | answer := audit_filter_exists.compliant with input as json.patch(_given, patches)]

_applies(patches) := [answer | answer := audit_filter_exists.applies with input as json.patch(_given, patches)]

_given := {
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"workspace": {
		"auto_auditing_enabled": true,
	},
	"server": {
		"ca": {
			"audit_filter": {
				"present": true,
				"type": "dword",
				"value": 0,
			},
		},
	},
}

test_complies if _read([]) == [true]

test_c56_no_filter if _read([{"op": "add", "path": "/server/ca/audit_filter", "value": {"present": false}}]) == [false]

test_text if _read([{"op": "add", "path": "/server/ca/audit_filter", "value": {"present": true, "type": "sz", "value": "127"}}]) == [false]

test_filter_not_read if _read([{"op": "remove", "path": "/server/ca/audit_filter"}]) == []

test_applies_with_the_switch_on if _applies([]) == [true]

test_does_not_apply_with_the_switch_off if _applies([{"op": "add", "path": "/workspace/auto_auditing_enabled", "value": false}]) == [false]

test_switch_not_read if _applies([{"op": "remove", "path": "/workspace/auto_auditing_enabled"}]) == []

test_was_not_read if [answer | answer := audit_filter_exists.compliant with input as {"run": _given.run, "spec": {}}] == []

test_shows_its_evidence if {
	count([observed | observed := audit_filter_exists.observed with input as _given]) == 1
	count([required | required := audit_filter_exists.required with input as _given]) == 1
}
