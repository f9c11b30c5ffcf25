package mdi.rules.sensor_v3.patched_monthly_test

import data.mdi.rules.sensor_v3.patched_monthly

_read(given) := [answer | answer := patched_monthly.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"server": {
		"lcu_month": "2026-10",
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"server": {
		"lcu_month": "2026-09",
	},
}) == [false]

test_was_not_read if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
}) == []

test_shows_its_evidence if {
	given := {
		"run": {
			"now": "2026-11-24T09:00:00Z",
			"policy_date": "2026-11-24",
			"profile": "v3-current",
		},
		"spec": {},
		"server": {
			"lcu_month": "2026-10",
		},
	}
	count([observed | observed := patched_monthly.observed with input as given]) == 1
	count([required | required := patched_monthly.required with input as given]) == 1
}

test_not_in_the_ring if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {
		"server": {
			"patched_monthly": false,
		},
	},
	"server": {
		"lcu_month": "2026-11",
	},
}) == [false]

test_over_the_year if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {
		"server": {
			"patched_monthly": true,
		},
	},
	"server": {
		"lcu_month": "2025-12",
	},
}) == [false]

test_boundary_3 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"server": {
		"lcu_month": "2026-11",
	},
}) == [true]
