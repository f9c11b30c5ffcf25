package mdi.rules.licences.defender_for_servers_test

import data.mdi.rules.licences.defender_for_servers

_read(given) := [answer | answer := defender_for_servers.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"tenant": {
		"defender_for_servers_licensed": true,
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"tenant": {
		"defender_for_servers_licensed": false,
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
		"tenant": {
			"defender_for_servers_licensed": true,
		},
	}
	count([observed | observed := defender_for_servers.observed with input as given]) == 1
	[required | required := defender_for_servers.required with input as given] == [true]
}
