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
	[observed | observed := entra_application.observed with input as given] == [{"enabled": true, "present": true}]
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

_applies(given) := [answer | answer := entra_application.applies with input as given]

test_applies_where_actions_are_wanted if {
	every c in [
		[{"spec": {"entra_actions": true}}, [true]],
		[{"spec": {"entra_actions": false}}, [false]],
		[{"spec": {}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}

test_an_application_that_is_gone_fails if {
	every c in [
		[{"tenant": {"mdi_application": {"present": false, "enabled": true}}}, [false]],
	] {
		_read(c[0]) == c[1]
	}
}

_observed(given) := [answer | answer := entra_application.observed with input as given]

test_shows_what_was_not_read if {
	every c in [
		[{"tenant": {"mdi_application": {"present": false}}}, [{"present": false, "enabled": ""}]],
	] {
		_observed(c[0]) == c[1]
	}
}
