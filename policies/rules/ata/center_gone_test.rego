package mdi.rules.ata.center_gone_test

import data.mdi.rules.ata.center_gone

_read(given) := [answer | answer := center_gone.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"ata": {
		"center_present": false,
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"ata": {
		"center_present": true,
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
		"ata": {
			"center_present": false,
		},
	}
	[observed | observed := center_gone.observed with input as given] == [{"center": false, "on": "2026-11-24T09:00:00Z"}]
	count([required | required := center_gone.required with input as given]) == 1
}
