package mdi.rules.auditing.subcategories_win_test

import data.mdi.rules.auditing.subcategories_win

_read(given) := [answer | answer := subcategories_win.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"registry": {
			"sce_no_apply_legacy_audit_policy": {
				"present": false,
			},
		},
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"registry": {
			"sce_no_apply_legacy_audit_policy": {
				"present": true,
				"type": "dword",
				"value": 0,
			},
		},
	},
}) == [false]

test_was_not_read if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
}) == []

test_shows_its_evidence if {
	given := {
		"run": {
			"now": "2026-11-24T09:00:00Z",
			"policy_date": "2026-11-24",
			"profile": "v2-current",
		},
		"spec": {},
		"server": {
			"registry": {
				"sce_no_apply_legacy_audit_policy": {
					"present": false,
				},
			},
		},
	}
	count([observed | observed := subcategories_win.observed with input as given]) == 1
	count([required | required := subcategories_win.required with input as given]) == 1
}

test_boundary_1 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"registry": {
			"sce_no_apply_legacy_audit_policy": {
				"present": true,
				"type": "dword",
				"value": 1,
			},
		},
	},
}) == [true]

test_text_instead_of_a_number if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"registry": {
			"sce_no_apply_legacy_audit_policy": {
				"present": true,
				"type": "sz",
				"value": "1",
			},
		},
	},
}) == [false]
