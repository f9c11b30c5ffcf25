package mdi.rules.proxy.name_of_its_own_test

import data.mdi.rules.proxy.name_of_its_own

_read(given) := [answer | answer := name_of_its_own.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"network": {
		"proxies": {
			"proxy.contoso.com:8080": {
				"dns_alias": true,
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
	"network": {
		"proxies": {
			"proxy.contoso.com:8080": {
				"dns_alias": false,
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
		"network": {
			"proxies": {
				"proxy.contoso.com:8080": {
					"dns_alias": true,
				},
			},
		},
	}
	count([observed | observed := name_of_its_own.observed with input as given]) == 1
	count([required | required := name_of_its_own.required with input as given]) == 1
}

test_no_proxy if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"network": {
		"proxies": {},
	},
}) == [true]

test_not_read if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"network": {
		"proxies": {
			"proxy.contoso.com:8080": {},
		},
	},
}) == []
