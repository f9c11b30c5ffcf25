package mdi.rules.forests.trust_objects_readable_test

import data.mdi.rules.forests.trust_objects_readable

_read(given) := [answer | answer := trust_objects_readable.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"domain": {
		"trust_objects_readable": true,
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"domain": {
		"trust_objects_readable": false,
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
		"domain": {
			"trust_objects_readable": true,
		},
	}
	count([observed | observed := trust_objects_readable.observed with input as given]) == 1
	[required | required := trust_objects_readable.required with input as given] == [true]
}
