package mdi.rules.auditing.distribution_groups_test

import data.mdi.rules.auditing.distribution_groups

_read(given) := [answer | answer := distribution_groups.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"audit_policy": {
			"0cce9238-69ae-11d9-bed3-505054503030": 3,
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
			"0cce9238-69ae-11d9-bed3-505054503030": 1,
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

test_boundary_1 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"audit_policy": {
			"0cce9238-69ae-11d9-bed3-505054503030": 2,
		},
	},
}) == [false]

test_boundary_2 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"audit_policy": {
			"0cce9238-69ae-11d9-bed3-505054503030": 0,
		},
	},
}) == [false]

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
				"0cce9238-69ae-11d9-bed3-505054503030": 3,
			},
		},
	}
	count([observed | observed := distribution_groups.observed with input as given]) == 1
	count([required | required := distribution_groups.required with input as given]) == 1
}
