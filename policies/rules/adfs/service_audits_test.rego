package mdi.rules.adfs.service_audits_test

import data.mdi.rules.adfs.service_audits

_read(given) := [answer | answer := service_audits.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"adfs": {
			"log_levels": {
				"successaudits": true,
				"failureaudits": true,
				"errors": true,
			},
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
		"adfs": {
			"log_levels": {
				"errors": true,
				"warnings": true,
			},
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
			"adfs": {
				"log_levels": {
					"successaudits": true,
					"failureaudits": true,
					"errors": true,
				},
			},
		},
	}
	count([observed | observed := service_audits.observed with input as given]) == 1
	count([required | required := service_audits.required with input as given]) == 1
}

test_boundary_1 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"adfs": {
			"log_levels": {
				"successaudits": true,
			},
		},
	},
}) == [false]

test_boundary_2 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"adfs": {
			"log_levels": {
				"failureaudits": true,
			},
		},
	},
}) == [false]
