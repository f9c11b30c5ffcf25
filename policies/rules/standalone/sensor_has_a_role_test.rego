package mdi.rules.standalone.sensor_has_a_role_test

import data.mdi.rules.standalone.sensor_has_a_role

_read(given) := [answer | answer := sensor_has_a_role.compliant with input as given]

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
			"rodc": false,
			"adfs": false,
			"adcs": false,
			"entra_connect": false,
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
			"generation": "v2",
		},
	},
	"server": {
		"roles": {
			"dc": false,
			"rodc": false,
			"adfs": false,
			"adcs": false,
			"entra_connect": false,
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
				"rodc": false,
				"adfs": false,
				"adcs": false,
				"entra_connect": false,
			},
		},
	}
	count([observed | observed := sensor_has_a_role.observed with input as given]) == 1
	count([required | required := sensor_has_a_role.required with input as given]) == 1
}

_none := {role: false | some role in {"dc", "rodc", "adfs", "adcs", "entra_connect"}}

_server(generation, roles) := {"spec": {"sensor": {"generation": generation}}, "server": {"roles": roles}}

test_each_role_counts if {
	every role in object.keys(_none) {
		_read(_server("v2", object.union(_none, {role: true}))) == [true]
		_read(_server("v2", object.remove(_none, {role}))) == []
	}
	_read(_server("v2", object.union(_none, {"wap": true}))) == [false]
}

test_a_standalone_sensor_needs_none if _read(_server("standalone", _none)) == [true]
