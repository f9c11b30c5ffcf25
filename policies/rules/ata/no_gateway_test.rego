package mdi.rules.ata.no_gateway_test

import data.mdi.rules.ata.no_gateway

_read(given) := [answer | answer := no_gateway.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"ata": {
			"lightweight_gateway_installed": false,
			"gateway_installed": false,
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
		"ata": {
			"lightweight_gateway_installed": true,
			"gateway_installed": false,
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
			"ata": {
				"lightweight_gateway_installed": false,
				"gateway_installed": false,
			},
		},
	}
	count([observed | observed := no_gateway.observed with input as given]) == 1
	count([required | required := no_gateway.required with input as given]) == 1
}
