package mdi.rules.network.catalog_tls_remote_test

import data.mdi.rules.network.catalog_tls_remote

_read(given) := [answer | answer := catalog_tls_remote.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"path": {
		"class": "remote_forest",
		"ports": {
			"tcp/3269": {
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
		"class": "remote_forest",
		"ports": {
			"tcp/3269": {
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
			"class": "remote_forest",
			"ports": {
				"tcp/3269": {
					"open": true,
				},
			},
		},
	}
	count([observed | observed := catalog_tls_remote.observed with input as given]) == 1
	count([required | required := catalog_tls_remote.required with input as given]) == 1
}

_applies(given) := [answer | answer := catalog_tls_remote.applies with input as given]

test_applies_to_remote_forests if {
	every c in [
		[{"path": {"class": "remote_forest"}}, [true]],
		[{"path": {"class": "dns"}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}
