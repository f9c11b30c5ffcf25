package mdi.rules.capacity.busiest_quarter_hour_test

import data.mdi.rules.capacity.busiest_quarter_hour

_read(given) := [answer | answer := busiest_quarter_hour.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"traffic": {
			"statistic": "busiest_window",
			"window_seconds": 900,
			"interval_seconds": 5,
			"duration_seconds": 86400,
			"failed_samples": 0,
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
		"traffic": {
			"statistic": "daily_average",
			"window_seconds": 900,
			"interval_seconds": 5,
			"duration_seconds": 86400,
			"failed_samples": 0,
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
			"traffic": {
				"statistic": "busiest_window",
				"window_seconds": 900,
				"interval_seconds": 5,
				"duration_seconds": 86400,
				"failed_samples": 0,
			},
		},
	}
	count([observed | observed := busiest_quarter_hour.observed with input as given]) == 1
	count([required | required := busiest_quarter_hour.required with input as given]) == 1
}

test_boundary_1 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"traffic": {
			"statistic": "busiest_window",
			"window_seconds": 901,
			"interval_seconds": 5,
			"duration_seconds": 86400,
			"failed_samples": 0,
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
		"traffic": {
			"statistic": "busiest_window",
			"window_seconds": 899,
			"interval_seconds": 5,
			"duration_seconds": 86400,
			"failed_samples": 0,
		},
	},
}) == [false]

test_boundary_3 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"traffic": {
			"statistic": "busiest_window",
			"window_seconds": 900,
			"interval_seconds": 6,
			"duration_seconds": 86400,
			"failed_samples": 0,
		},
	},
}) == [false]

test_boundary_4 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"traffic": {
			"statistic": "busiest_window",
			"window_seconds": 900,
			"interval_seconds": 5,
			"duration_seconds": 86399,
			"failed_samples": 0,
		},
	},
}) == [false]

test_boundary_5 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"traffic": {
			"statistic": "busiest_window",
			"window_seconds": 900,
			"interval_seconds": 5,
			"duration_seconds": 90000,
			"failed_samples": 0,
		},
	},
}) == [true]

test_boundary_6 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"traffic": {
			"statistic": "busiest_window",
			"window_seconds": 900,
			"interval_seconds": 5,
			"duration_seconds": 86400,
			"failed_samples": 1,
		},
	},
}) == [false]

test_half_of_it_unread if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"traffic": {
			"statistic": "busiest_window",
		},
	},
}) == []
