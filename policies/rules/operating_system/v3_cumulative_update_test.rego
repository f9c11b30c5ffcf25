package mdi.rules.operating_system.v3_cumulative_update_test

import data.mdi.rules.operating_system.v3_cumulative_update

_read(given) := [answer | answer := v3_cumulative_update.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"server": {
		"lcu_month": "2026-07",
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
		"lcu_month": "2026-06",
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
			"lcu_month": "2026-07",
		},
	}
	count([observed | observed := v3_cumulative_update.observed with input as given]) == 1
	count([required | required := v3_cumulative_update.required with input as given]) == 1
}
