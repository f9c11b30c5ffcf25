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
	[observed | observed := sensor_within_sixty_days.observed with input as given] == [{"created": "2026-10-01T08:00:00Z", "first sensor": "2026-11-30T08:00:00Z"}]
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

_created := {"created_at": "2026-01-01T00:00:00Z"}

_workspace(now, more) := {"run": {"now": now}, "workspace": object.union(_created, more)}

test_the_sixtieth_day_is_the_last if {
	_read(_workspace("2026-12-01T00:00:00Z", {"first_sensor_at": "2026-03-02T00:00:00Z", "sensor_count": 0})) == [true]
	_read(_workspace("2026-12-01T00:00:00Z", {"first_sensor_at": "2026-03-02T00:00:01Z", "sensor_count": 0})) == [false]
	_read(_workspace("2026-03-02T00:00:00Z", {"sensor_count": 0})) == [true]
	_read(_workspace("2026-03-02T00:00:01Z", {"sensor_count": 0})) == [false]
}

test_a_sensor_of_unknown_date_is_unknown if {
	_read(_workspace("2026-02-01T00:00:00Z", {"sensor_count": 1})) == []
	_read(_workspace("2026-02-01T00:00:00Z", {})) == []
}

_observed(given) := [answer | answer := sensor_within_sixty_days.observed with input as given]

test_shows_that_no_sensor_has_come_yet if {
	every c in [
		[{"workspace": {"created_at": "2026-01-01T00:00:00Z"}}, [{"created": "2026-01-01T00:00:00Z", "first sensor": "none yet"}]],
	] {
		_observed(c[0]) == c[1]
	}
}
