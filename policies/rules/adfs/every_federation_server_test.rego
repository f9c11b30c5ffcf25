package mdi.rules.adfs.every_federation_server_test

import data.mdi.rules.adfs.every_federation_server

_read(given) := [answer | answer := every_federation_server.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"sensor": {
			"generation": "v2",
		},
	},
	"server": {
		"roles": {
			"adfs": true,
		},
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"sensor": {
			"generation": "none",
		},
	},
	"server": {
		"roles": {
			"adfs": true,
		},
	},
}) == [false]

test_was_not_read if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"sensor": {
			"generation": "v2",
		},
	},
}) == []

test_shows_its_evidence if {
	given := {
		"run": {
			"now": "2026-11-24T09:00:00Z",
			"policy_date": "2026-11-24",
			"profile": "v2-current",
		},
		"spec": {
			"sensor": {
				"generation": "v2",
			},
		},
		"server": {
			"roles": {
				"adfs": true,
			},
		},
	}
	count([observed | observed := every_federation_server.observed with input as given]) == 1
	count([required | required := every_federation_server.required with input as given]) == 1
}

test_other_servers_are_not_judged if {
	every c in [
		[{"server": {"roles": {"adfs": false}}, "spec": {"sensor": {"generation": "none"}}}, []],
	] {
		_read(c[0]) == c[1]
	}
}
