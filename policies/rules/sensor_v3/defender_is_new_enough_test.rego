package mdi.rules.sensor_v3.defender_is_new_enough_test

import data.mdi.rules.sensor_v3.defender_is_new_enough

_read(given) := [answer | answer := defender_is_new_enough.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"server": {
		"mde": {
			"sense_version": "10.8040.0.0",
			"antimalware_version": "4.18.2211.5",
			"engine_version": "1.1.19900.2",
			"intelligence_version": "1.391.345.0",
		},
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
		"mde": {
			"sense_version": "10.8040.0.0",
			"antimalware_version": "4.18.2211.5",
			"engine_version": "1.1.19900.1",
			"intelligence_version": "1.391.345.0",
		},
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
			"mde": {
				"sense_version": "10.8040.0.0",
				"antimalware_version": "4.18.2211.5",
				"engine_version": "1.1.19900.2",
				"intelligence_version": "1.391.345.0",
			},
		},
	}
	count([observed | observed := defender_is_new_enough.observed with input as given]) == 1
	count([required | required := defender_is_new_enough.required with input as given]) == 1
}

test_boundary_1 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"server": {
		"mde": {
			"sense_version": "10.8820.0.0",
			"antimalware_version": "4.18.2211.5",
			"engine_version": "1.1.19900.2",
			"intelligence_version": "1.391.345.0",
		},
	},
}) == [true]

test_boundary_2 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"server": {
		"mde": {
			"sense_version": "10.8039.9.9",
			"antimalware_version": "4.18.2211.5",
			"engine_version": "1.1.19900.2",
			"intelligence_version": "1.391.345.0",
		},
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
		"mde": {
			"sense_version": "10.8040.0.0",
			"antimalware_version": "4.18.2211.4",
			"engine_version": "1.1.19900.2",
			"intelligence_version": "1.391.345.0",
		},
	},
}) == [false]

test_boundary_4 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"server": {
		"mde": {
			"sense_version": "10.8040.0.0",
			"antimalware_version": "4.18.2211.5",
			"engine_version": "1.1.19900.2",
			"intelligence_version": "1.391.344.9",
		},
	},
}) == [false]

test_other_values_do_not_count if _read({"server": {"mde": {
	"onboarded": true,
	"sense_version": "10.8040",
	"antimalware_version": "4.18.2211.5",
	"engine_version": "1.1.19900.2",
	"intelligence_version": "1.391.345.0",
}}}) == [true]
