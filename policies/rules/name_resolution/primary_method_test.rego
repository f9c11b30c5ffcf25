package mdi.rules.name_resolution.primary_method_test

import data.mdi.rules.name_resolution.primary_method

_read(given) := [answer | answer := primary_method.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"nnr": {
			"tcp/135": {
				"attempts": 50,
				"successes": 1,
			},
			"udp/137": {
				"attempts": 50,
				"successes": 0,
			},
			"tcp/3389": {
				"attempts": 50,
				"successes": 0,
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
			"tcp/135": {
				"attempts": 50,
				"successes": 0,
			},
			"udp/137": {
				"attempts": 50,
				"successes": 0,
			},
			"tcp/3389": {
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
				"tcp/135": {
					"attempts": 50,
					"successes": 1,
				},
				"udp/137": {
					"attempts": 50,
					"successes": 0,
				},
				"tcp/3389": {
					"attempts": 50,
					"successes": 0,
				},
			},
		},
	}
	count([observed | observed := primary_method.observed with input as given]) == 1
	count([required | required := primary_method.required with input as given]) == 1
}

_silent := {"tcp/135": {"successes": 0}, "udp/137": {"successes": 0}, "tcp/3389": {"successes": 0}}

test_each_method_counts if {
	every port in object.keys(_silent) {
		_read({"server": {"nnr": object.union(_silent, {port: {"successes": 1}})}}) == [true]
		_read({"server": {"nnr": object.remove(_silent, {port})}}) == []
	}
	_read({"server": {"nnr": object.union(_silent, {"udp/53": {"successes": 1}})}}) == [false]
}
