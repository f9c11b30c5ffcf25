package mdi.rules.sensor_v3.antivirus_mode_test

import data.mdi.rules.sensor_v3.antivirus_mode

_read(given) := [answer | answer := antivirus_mode.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"server": {
		"mde": {
			"antivirus_mode": "passive",
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
			"antivirus_mode": "off",
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
				"antivirus_mode": "passive",
			},
		},
	}
	count([observed | observed := antivirus_mode.observed with input as given]) == 1
	count([required | required := antivirus_mode.required with input as given]) == 1
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
			"antivirus_mode": "active",
		},
	},
}) == [true]
