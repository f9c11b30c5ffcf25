package mdi.rules.host.in_contact_test

import data.mdi.rules.host.in_contact

_read(given) := [answer | answer := in_contact.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"sensor": {
		"deployment_status": "up_to_date",
		"last_contact_at": "2026-11-24T08:50:00Z",
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
		"deployment_status": "up_to_date",
		"last_contact_at": "2026-11-24T08:49:59Z",
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
			"deployment_status": "up_to_date",
			"last_contact_at": "2026-11-24T08:50:00Z",
		},
	}
	[observed | observed := in_contact.observed with input as given] == [{"last contact": "2026-11-24T08:50:00Z", "status": "up_to_date"}]
	count([required | required := in_contact.required with input as given]) == 1
}

test_boundary_1 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"sensor": {
		"deployment_status": "outdated",
		"last_contact_at": "2026-11-24T09:00:00Z",
	},
}) == [false]

test_ten_minutes_are_the_edge if {
	every c in [["2026-11-24T08:50:00Z", true], ["2026-11-24T08:49:59Z", false]] {
		_read({"run": {"now": "2026-11-24T09:00:00Z"}, "sensor": {"deployment_status": "up_to_date", "last_contact_at": c[0]}}) == [c[1]]
	}
}
