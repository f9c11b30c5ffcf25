package mdi.rules.capacity.sizing_verdict_test

import data.mdi.rules.capacity.sizing_verdict

_read(given) := [answer | answer := sizing_verdict.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"traffic": {
			"sizing_verdict": "yes",
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
	"server": {
		"traffic": {
			"sizing_verdict": "no",
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
		"server": {
			"traffic": {
				"sizing_verdict": "yes",
			},
		},
	}
	count([observed | observed := sizing_verdict.observed with input as given]) == 1
	count([required | required := sizing_verdict.required with input as given]) == 1
}

test_only_yes_is_enough if {
	every verdict in ["yes_with_resources", "maybe", "maybe_with_resources", "no"] {
		_read({"server": {"traffic": {"sizing_verdict": verdict}}}) == [false]
	}
}
