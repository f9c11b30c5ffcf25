package mdi.rules.proxy.winhttp_not_alone_test

import data.mdi.rules.proxy.winhttp_not_alone

_read(given) := [answer | answer := winhttp_not_alone.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"proxy": {
			"method": "winhttp",
			"wininet_configured": true,
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
		"proxy": {
			"method": "winhttp",
			"wininet_configured": false,
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
			"proxy": {
				"method": "winhttp",
				"wininet_configured": true,
			},
		},
	}
	count([observed | observed := winhttp_not_alone.observed with input as given]) == 1
	count([required | required := winhttp_not_alone.required with input as given]) == 1
}
