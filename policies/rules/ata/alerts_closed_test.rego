package mdi.rules.ata.alerts_closed_test

import data.mdi.rules.ata.alerts_closed

_read(given) := [answer | answer := alerts_closed.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"ata": {
		"center_present": true,
		"open_alerts": 0,
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
		"open_alerts": 1,
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
			"center_present": true,
			"open_alerts": 0,
		},
	}
	[observed | observed := alerts_closed.observed with input as given] == [0]
	[required | required := alerts_closed.required with input as given] == [0]
}

test_no_center if _read({
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

test_alerts_unread if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"ata": {
		"center_present": true,
	},
}) == []

test_no_center_has_no_alerts if {
	every c in [
		[{"ata": {"center_present": false, "open_alerts": 1}}, [true]],
	] {
		_read(c[0]) == c[1]
	}
}

_observed(given) := [answer | answer := alerts_closed.observed with input as given]

test_shows_the_open_alerts if {
	every c in [
		[{"ata": {"open_alerts": 2}}, [2]],
		[{"ata": {}}, [0]],
	] {
		_observed(c[0]) == c[1]
	}
}
