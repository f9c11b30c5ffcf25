package mdi.rules.network.no_v3_over_expressroute_test

import data.mdi.rules.network.no_v3_over_expressroute

_read(given) := [answer | answer := no_v3_over_expressroute.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"network": {
		"expressroute": {
			"in_use": false,
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
	"network": {
		"expressroute": {
			"in_use": true,
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
		"network": {
			"expressroute": {
				"in_use": false,
			},
		},
	}
	count([observed | observed := no_v3_over_expressroute.observed with input as given]) == 1
	[required | required := no_v3_over_expressroute.required with input as given] == [false]
}
