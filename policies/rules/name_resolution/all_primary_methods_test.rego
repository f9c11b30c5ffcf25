package mdi.rules.name_resolution.all_primary_methods_test

import data.mdi.rules.name_resolution.all_primary_methods

_read(given) := [answer | answer := all_primary_methods.compliant with input as given]

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
				"successes": 1,
			},
			"udp/137": {
				"successes": 1,
			},
			"tcp/3389": {
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
			"tcp/135": {
				"successes": 1,
			},
			"udp/137": {
				"successes": 0,
			},
			"tcp/3389": {
				"successes": 1,
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
					"successes": 1,
				},
				"udp/137": {
					"successes": 1,
				},
				"tcp/3389": {
					"successes": 1,
				},
			},
		},
	}
	count([observed | observed := all_primary_methods.observed with input as given]) == 1
	count([required | required := all_primary_methods.required with input as given]) == 1
}

test_one_unread if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"nnr": {
			"tcp/135": {
				"successes": 1,
			},
			"udp/137": {
				"successes": 1,
			},
		},
	},
}) == []

_answers(changes) := {"server": {"nnr": object.union({"tcp/135": {"successes": 1}, "udp/137": {"successes": 1}, "tcp/3389": {"successes": 1}}, changes)}}

test_each_method_counts if {
	every port in ["tcp/135", "udp/137", "tcp/3389"] {
		_read(_answers({port: {"successes": 0}})) == [false]
	}
	_read(_answers({"udp/53": {"successes": 0}})) == [true]
}
