package mdi.rules.sensor_v3.one_generation_test

import data.mdi.rules.sensor_v3.one_generation

_read(given) := [answer | answer := one_generation.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {
		"sensor": {
			"generation": "v2",
			"radius_target": false,
			"syslog_sender": false,
			"migrate": false,
		},
	},
	"server": {
		"sensor_v2": {
			"installed": false,
		},
		"sensor_v3": {
			"installed": false,
		},
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {
		"sensor": {
			"generation": "v2",
			"radius_target": false,
			"syslog_sender": false,
			"migrate": false,
		},
	},
	"server": {
		"sensor_v2": {
			"installed": true,
		},
		"sensor_v3": {
			"installed": true,
		},
	},
}) == [false]

test_was_not_read if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {
		"sensor": {
			"generation": "v2",
			"radius_target": false,
			"syslog_sender": false,
			"migrate": false,
		},
	},
}) == []

test_shows_its_evidence if {
	given := {
		"run": {
			"now": "2026-11-24T09:00:00Z",
			"policy_date": "2026-11-24",
			"profile": "v3-current",
		},
		"spec": {
			"sensor": {
				"generation": "v2",
				"radius_target": false,
				"syslog_sender": false,
				"migrate": false,
			},
		},
		"server": {
			"sensor_v2": {
				"installed": false,
			},
			"sensor_v3": {
				"installed": false,
			},
		},
	}
	count([observed | observed := one_generation.observed with input as given]) == 1
	count([required | required := one_generation.required with input as given]) == 1
}

_sensor(v2, v3, spec) := {"server": {"sensor_v2": {"installed": v2}, "sensor_v3": {"installed": v3}}, "spec": {"sensor": spec}}

test_each_conflict_counts if {
	_read(_sensor(true, true, {})) == [false]
	_read(_sensor(true, true, {"migrate": true})) == [true]
	_read(_sensor(true, false, {})) == [true]
	_read(_sensor(false, true, {})) == [true]
	every duty in ["radius_target", "syslog_sender"] {
		_read(_sensor(false, false, {"generation": "v3", duty: true})) == [false]
		_read(_sensor(false, false, {"generation": "v3", duty: false})) == [true]
		_read(_sensor(false, false, {"generation": "v2", duty: true})) == [true]
	}
}

_planned(sensor, v2) := _read({"spec": {"sensor": sensor}, "server": {"sensor_v2": {"installed": v2}, "sensor_v3": {"installed": false}}})

test_v3_beside_v2 if _planned({"generation": "v3"}, true) == [false]

test_v3_after_a_migration if _planned({"generation": "v3", "migrate": true}, true) == [true]

test_v3_on_a_fresh_server if _planned({"generation": "v3"}, false) == [true]

test_v2_stays if _planned({"generation": "v2"}, true) == [true]
