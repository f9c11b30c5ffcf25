package mdi.rules.network.dns_test

import data.mdi.rules.network.dns

_read(given) := [answer | answer := dns.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"path": {
		"class": "dns",
		"ports": {
			"tcp/53": {
				"open": true,
			},
			"udp/53": {
				"open": true,
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
	"path": {
		"class": "dns",
		"ports": {
			"tcp/53": {
				"open": true,
			},
			"udp/53": {
				"open": false,
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
		"path": {
			"class": "dns",
			"ports": {
				"tcp/53": {
					"open": true,
				},
				"udp/53": {
					"open": true,
				},
			},
		},
	}
	count([observed | observed := dns.observed with input as given]) == 1
	count([required | required := dns.required with input as given]) == 1
}

_applies(given) := [answer | answer := dns.applies with input as given]

test_applies_to_its_kind_of_path if {
	every c in [
		[{"path": {"class": "dns"}}, [true]],
		[{"path": {"class": "remote_forest"}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}
