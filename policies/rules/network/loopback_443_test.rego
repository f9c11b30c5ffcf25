package mdi.rules.network.loopback_443_test

import data.mdi.rules.network.loopback_443

_read(given) := [answer | answer := loopback_443.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"path": {
		"class": "loopback",
		"ports": {
			"tcp/443": {
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
		"class": "loopback",
		"ports": {
			"tcp/443": {
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
			"class": "loopback",
			"ports": {
				"tcp/443": {
					"open": true,
				},
			},
		},
	}
	count([observed | observed := loopback_443.observed with input as given]) == 1
	[required | required := loopback_443.required with input as given] == [true]
}

_applies(given) := [answer | answer := loopback_443.applies with input as given]

test_applies_to_its_kind_of_path if {
	every c in [
		[{"path": {"class": "loopback"}}, [true]],
		[{"path": {"class": "remote_forest"}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}
