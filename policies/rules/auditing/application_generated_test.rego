package mdi.rules.auditing.application_generated_test

import data.mdi.rules.auditing.application_generated

_read(given) := [answer | answer := application_generated.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"audit_policy": {
			"0cce9222-69ae-11d9-bed3-505054503030": 3,
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
		"audit_policy": {
			"0cce9222-69ae-11d9-bed3-505054503030": 1,
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
			"audit_policy": {
				"0cce9222-69ae-11d9-bed3-505054503030": 3,
			},
		},
	}
	count([observed | observed := application_generated.observed with input as given]) == 1
	count([required | required := application_generated.required with input as given]) == 1
}

test_failure_alone_is_not_enough if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"audit_policy": {
			"0cce9222-69ae-11d9-bed3-505054503030": 2,
		},
	},
}) == [false]

test_a_subcategory_nobody_read if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"audit_policy": {},
	},
}) == []
