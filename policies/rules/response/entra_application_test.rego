package mdi.rules.response.entra_application_test

import data.mdi.rules.response.entra_application

_read(given) := [answer | answer := entra_application.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"tenant": {
		"mdi_application": {
			"present": true,
			"enabled": true,
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
	"tenant": {
		"mdi_application": {
			"present": false,
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
		"tenant": {
			"mdi_application": {
				"present": true,
				"enabled": true,
			},
		},
	}
	count([observed | observed := entra_application.observed with input as given]) == 1
	count([required | required := entra_application.required with input as given]) == 1
}

test_boundary_1 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"tenant": {
		"mdi_application": {
			"present": true,
			"enabled": false,
		},
	},
}) == [false]
