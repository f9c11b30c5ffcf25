package mdi.rules.adcs.audit_filter_read_test

import data.mdi.rules.adcs.audit_filter_read

_read(given) := [answer | answer := audit_filter_read.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"services": {
			"certsvc": {
				"started_at": "2026-11-10T20:00:00Z",
			},
		},
		"ca": {
			"audit_filter_changed_at": "2026-11-10T20:00:00Z",
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
		"services": {
			"certsvc": {
				"started_at": "2026-11-10T19:59:59Z",
			},
		},
		"ca": {
			"audit_filter_changed_at": "2026-11-10T20:00:00Z",
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
			"services": {
				"certsvc": {
					"started_at": "2026-11-10T20:00:00Z",
				},
			},
			"ca": {
				"audit_filter_changed_at": "2026-11-10T20:00:00Z",
			},
		},
	}
	count([observed | observed := audit_filter_read.observed with input as given]) == 1
	count([required | required := audit_filter_read.required with input as given]) == 1
}
