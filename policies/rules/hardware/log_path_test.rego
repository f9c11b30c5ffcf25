package mdi.rules.hardware.log_path_test

import data.mdi.rules.hardware.log_path

_read(given) := [answer | answer := log_path.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"sensor_v2": {
			"custom_log_path_set": true,
			"custom_log_path_creatable": true,
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
		"sensor_v2": {
			"custom_log_path_set": true,
			"custom_log_path_creatable": false,
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
			"sensor_v2": {
				"custom_log_path_set": true,
				"custom_log_path_creatable": true,
			},
		},
	}
	[observed | observed := log_path.observed with input as given] == [{"creatable": true, "set": true}]
	count([required | required := log_path.required with input as given]) == 1
}

test_none if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"sensor_v2": {
			"custom_log_path_set": false,
		},
	},
}) == [true]

test_not_tried if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"sensor_v2": {
			"custom_log_path_set": true,
		},
	},
}) == []

test_a_path_that_is_not_set_is_not_made if {
	every c in [
		[{"server": {"sensor_v2": {"custom_log_path_set": false, "custom_log_path_creatable": false}}}, [true]],
	] {
		_read(c[0]) == c[1]
	}
}

_observed(given) := [answer | answer := log_path.observed with input as given]

test_shows_what_was_not_read if {
	every c in [
		[{"server": {"sensor_v2": {"custom_log_path_set": true}}}, [{"set": true, "creatable": "not read"}]],
	] {
		_observed(c[0]) == c[1]
	}
}
