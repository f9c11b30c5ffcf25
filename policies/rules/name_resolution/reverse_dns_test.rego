package mdi.rules.name_resolution.reverse_dns_test

import data.mdi.rules.name_resolution.reverse_dns

_read(given) := [answer | answer := reverse_dns.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"nnr": {
			"udp/53": {
				"attempts": 50,
				"successes": 1,
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
		"nnr": {
			"udp/53": {
				"attempts": 50,
				"successes": 0,
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
			"nnr": {
				"udp/53": {
					"attempts": 50,
					"successes": 1,
				},
			},
		},
	}
	count([observed | observed := reverse_dns.observed with input as given]) == 1
	count([required | required := reverse_dns.required with input as given]) == 1
}
