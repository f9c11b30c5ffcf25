package mdi.rules.cloud.sensor_within_sixty_days_test

import data.mdi.rules.cloud.sensor_within_sixty_days

_read(given) := [answer | answer := sensor_within_sixty_days.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"workspace": {
		"created_at": "2026-10-01T08:00:00Z",
		"first_sensor_at": "2026-11-30T08:00:00Z",
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"workspace": {
		"created_at": "2026-06-01T08:00:00Z",
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
		"workspace": {
			"created_at": "2026-10-01T08:00:00Z",
			"first_sensor_at": "2026-11-30T08:00:00Z",
		},
	}
	count([observed | observed := sensor_within_sixty_days.observed with input as given]) == 1
	count([required | required := sensor_within_sixty_days.required with input as given]) == 1
}

test_a_second_late if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"workspace": {
		"created_at": "2026-10-01T08:00:00Z",
		"first_sensor_at": "2026-11-30T08:00:01Z",
	},
}) == [false]

test_none_yet if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"workspace": {
		"created_at": "2026-10-01T08:00:00Z",
		"sensor_count": 0,
	},
}) == [true]

test_none_after_sixty_days if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"workspace": {
		"created_at": "2026-09-01T08:00:00Z",
		"sensor_count": 0,
	},
}) == [false]
