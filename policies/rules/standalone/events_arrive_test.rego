package mdi.rules.standalone.events_arrive_test

import data.mdi.rules.standalone.events_arrive

_read(given) := [answer | answer := events_arrive.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"sensor": {
		"event_source": "wef",
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"sensor": {
		"event_source": "none",
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
		"sensor": {
			"event_source": "wef",
		},
	}
	count([observed | observed := events_arrive.observed with input as given]) == 1
	count([required | required := events_arrive.required with input as given]) == 1
}

test_boundary_1 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"sensor": {
		"event_source": "siem",
	},
}) == [true]
