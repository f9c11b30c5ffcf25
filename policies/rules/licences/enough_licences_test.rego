package mdi.rules.licences.enough_licences_test

import data.mdi.rules.licences.enough_licences

_read(given) := [answer | answer := enough_licences.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"workspace": {
		"total_licences": 1000,
		"active_identities_28d": 1000,
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
		"total_licences": 999,
		"active_identities_28d": 1000,
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
			"total_licences": 1000,
			"active_identities_28d": 1000,
		},
	}
	count([observed | observed := enough_licences.observed with input as given]) == 1
	count([required | required := enough_licences.required with input as given]) == 1
}
