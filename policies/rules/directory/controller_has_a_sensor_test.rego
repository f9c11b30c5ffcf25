package mdi.rules.directory.controller_has_a_sensor_test

import data.mdi.rules.directory.controller_has_a_sensor

_read(given) := [answer | answer := controller_has_a_sensor.compliant with input as given]

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
			"dc": true,
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
			"dc": true,
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
				"dc": true,
			},
		},
	}
	count([observed | observed := controller_has_a_sensor.observed with input as given]) == 1
	count([required | required := controller_has_a_sensor.required with input as given]) == 1
}

_controller(spec) := {"server": {"roles": {"dc": true}}, "spec": spec}

test_each_way_counts if {
	_read(_controller({"sensor": {"generation": "v2"}})) == [true]
	_read(_controller({"sensor": {"generation": "none"}})) == [false]
	_read(_controller({})) == [false]
	_read(_controller({"server": {"excluded": true}})) == [true]
	_read(_controller({"server": {"excluded": false}})) == [false]
	_read(_controller({"server": {"mirrored_by": {"s": true}}})) == [true]
	_read(_controller({"server": {"mirrored_by": {}}})) == [false]
	_read(_controller({"sensor": {}})) == []
}

test_shows_none_where_no_sensor_is_planned if {
	observed := controller_has_a_sensor.observed with input as _controller({})
	observed == "none"
}
