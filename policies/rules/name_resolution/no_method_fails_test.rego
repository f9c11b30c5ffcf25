package mdi.rules.name_resolution.no_method_fails_test

import data.mdi.rules.name_resolution.no_method_fails

_read(given) := [answer | answer := no_method_fails.compliant with input as given]

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
				"attempts": 100,
				"successes": 10,
			},
			"udp/137": {
				"attempts": 100,
				"successes": 50,
			},
			"tcp/3389": {
				"attempts": 100,
				"successes": 90,
			},
			"udp/53": {
				"attempts": 100,
				"successes": 95,
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
				"attempts": 100,
				"successes": 9,
			},
			"udp/137": {
				"attempts": 100,
				"successes": 50,
			},
			"tcp/3389": {
				"attempts": 100,
				"successes": 90,
			},
			"udp/53": {
				"attempts": 100,
				"successes": 95,
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
					"attempts": 100,
					"successes": 10,
				},
				"udp/137": {
					"attempts": 100,
					"successes": 50,
				},
				"tcp/3389": {
					"attempts": 100,
					"successes": 90,
				},
				"udp/53": {
					"attempts": 100,
					"successes": 95,
				},
			},
		},
	}
	count([observed | observed := no_method_fails.observed with input as given]) == 1
	count([required | required := no_method_fails.required with input as given]) == 1
}

test_nothing_attempted if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"nnr": {
			"tcp/135": {
				"attempts": 0,
				"successes": 0,
			},
			"udp/137": {
				"attempts": 100,
				"successes": 50,
			},
			"tcp/3389": {
				"attempts": 100,
				"successes": 90,
			},
			"udp/53": {
				"attempts": 100,
				"successes": 95,
			},
		},
	},
}) == []

_answers(changes) := {"server": {"nnr": object.union({port: {"successes": 1, "attempts": 10} | some port in ["tcp/135", "udp/137", "udp/53"]}, changes)}}

test_each_method_counts if {
	_read(_answers({})) == [true]
	_read(_answers({"udp/53": {"successes": 1, "attempts": 1}})) == [true]
	every port in ["tcp/135", "udp/137", "udp/53"] {
		_read(_answers({port: {"successes": 0}})) == [false]
		_read(_answers({port: {"attempts": 0}})) == []
	}
	_read(_answers({"tcp/3389": {"successes": 0}})) == [true]
}
