package mdi.rules.network.windows_time_test

import data.mdi.rules.network.windows_time

_read(given) := [answer | answer := windows_time.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"path": {
		"class": "time",
		"ports": {
			"udp/123": {
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
		"class": "time",
		"ports": {
			"udp/123": {
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
			"class": "time",
			"ports": {
				"udp/123": {
					"open": true,
				},
			},
		},
	}
	count([observed | observed := windows_time.observed with input as given]) == 1
	count([required | required := windows_time.required with input as given]) == 1
}

_applies(given) := [answer | answer := windows_time.applies with input as given]

test_applies_to_its_kind_of_path if {
	every c in [
		[{"path": {"class": "time"}}, [true]],
		[{"path": {"class": "remote_forest"}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}
