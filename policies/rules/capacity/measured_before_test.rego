package mdi.rules.capacity.measured_before_test

import data.mdi.rules.capacity.measured_before

_read(given) := [answer | answer := measured_before.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"traffic": {
			"started_at": "2026-09-28T06:00:00Z",
		},
	},
	"workspace": {
		"first_sensor_at": "2026-10-20T08:00:00Z",
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
			"started_at": "2026-10-28T06:00:00Z",
		},
	},
	"workspace": {
		"first_sensor_at": "2026-10-20T08:00:00Z",
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
				"started_at": "2026-09-28T06:00:00Z",
			},
		},
		"workspace": {
			"first_sensor_at": "2026-10-20T08:00:00Z",
		},
	}
	[observed | observed := measured_before.observed with input as given] == [{"first sensor": "2026-10-20T08:00:00Z", "measured": "2026-09-28T06:00:00Z"}]
	count([required | required := measured_before.required with input as given]) == 1
}

test_at_the_same_moment if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"traffic": {
			"started_at": "2026-10-20T08:00:00Z",
		},
	},
	"workspace": {
		"first_sensor_at": "2026-10-20T08:00:00Z",
	},
}) == [false]
