package mdi.rules.directory.controller_has_a_sensor_test

import data.mdi.rules.directory.controller_has_a_sensor

_read(given) := [answer | answer := controller_has_a_sensor.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"sensor": {
			"generation": "v2",
		},
	},
	"server": {
		"roles": {
			"dc": true,
		},
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"sensor": {
			"generation": "none",
		},
	},
	"server": {
		"roles": {
			"dc": true,
		},
	},
}) == [false]

test_was_not_read if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"sensor": {
			"generation": "v2",
		},
	},
}) == []

test_shows_its_evidence if {
	given := {
		"run": {
			"now": "2026-11-24T09:00:00Z",
			"policy_date": "2026-11-24",
			"profile": "v2-current",
		},
		"spec": {
			"sensor": {
				"generation": "v2",
			},
		},
		"server": {
			"roles": {
				"dc": true,
			},
		},
	}
	count([observed | observed := controller_has_a_sensor.observed with input as given]) == 1
	count([required | required := controller_has_a_sensor.required with input as given]) == 1
}
