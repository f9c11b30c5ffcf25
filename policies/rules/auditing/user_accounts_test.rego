package mdi.rules.auditing.user_accounts_test

import data.mdi.rules.auditing.user_accounts

_read(given) := [answer | answer := user_accounts.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"audit_policy": {
			"0cce9235-69ae-11d9-bed3-505054503030": 3,
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
			"0cce9235-69ae-11d9-bed3-505054503030": 1,
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
			"0cce9235-69ae-11d9-bed3-505054503030": 2,
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
			"0cce9235-69ae-11d9-bed3-505054503030": 0,
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
				"0cce9235-69ae-11d9-bed3-505054503030": 3,
			},
		},
	}
	count([observed | observed := user_accounts.observed with input as given]) == 1
	count([required | required := user_accounts.required with input as given]) == 1
}
