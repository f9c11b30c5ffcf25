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

test_floor_of_the_day if {
	floors := {"2024-08-13": "2024-03", "2026-01-27": "2024-03", "2026-01-28": "2025-06", "2026-03-18": "2026-03", "2026-06-30": "2026-03", "2026-07-01": "2026-07"}
	every day, month in floors {
		[floor | floor := v3_cumulative_update.required with input as {"run": {"policy_date": day}}] == [month]
	}
}

test_before_there_was_a_floor if _read({"run": {"policy_date": "2024-08-12"}, "server": {"lcu_month": "2024-08"}}) == []
