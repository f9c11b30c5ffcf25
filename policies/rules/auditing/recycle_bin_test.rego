package mdi.rules.auditing.recycle_bin_test

import data.mdi.rules.auditing.recycle_bin

_read(given) := [answer | answer := recycle_bin.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"forest": {
		"recycle_bin_enabled": true,
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"forest": {
		"recycle_bin_enabled": false,
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
		"forest": {
			"recycle_bin_enabled": true,
		},
	}
	count([observed | observed := recycle_bin.observed with input as given]) == 1
	[required | required := recycle_bin.required with input as given] == [true]
}
