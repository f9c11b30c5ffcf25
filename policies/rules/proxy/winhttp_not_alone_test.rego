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
	[observed | observed := winhttp_not_alone.observed with input as given] == [{"method": "winhttp", "wininet": true}]
	count([required | required := winhttp_not_alone.required with input as given]) == 1
}

_applies(given) := [answer | answer := winhttp_not_alone.applies with input as given]

test_applies_to_winhttp if {
	every c in [
		[{"server": {"proxy": {"method": "winhttp"}}}, [true]],
		[{"server": {"proxy": {"method": "registry"}}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}
