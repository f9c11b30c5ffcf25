package mdi.rules.hardware.no_hyper_threading_test

import data.mdi.rules.hardware.no_hyper_threading

_read(given) := [answer | answer := no_hyper_threading.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"hyperthreading_enabled": false,
		"physical_cores": 4,
		"logical_processors": 4,
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
		"hyperthreading_enabled": true,
		"physical_cores": 4,
		"logical_processors": 8,
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
			"hyperthreading_enabled": false,
			"physical_cores": 4,
			"logical_processors": 4,
		},
	}
	count([observed | observed := no_hyper_threading.observed with input as given]) == 1
	count([required | required := no_hyper_threading.required with input as given]) == 1
}
