package mdi.rules.vpn.radius_receiver_test

import data.mdi.rules.vpn.radius_receiver

_read(given) := [answer | answer := radius_receiver.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"vpn": {
			"enabled": true,
		},
		"sensors": {
			"dc01.contoso.com": {
				"radius_target": true,
			},
		},
	},
	"sensors": {
		"dc01.contoso.com": {
			"generation": "v2",
			"service_status": "running",
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
		"vpn": {
			"enabled": true,
		},
		"sensors": {
			"dc01.contoso.com": {
				"radius_target": true,
			},
		},
	},
	"sensors": {
		"dc01.contoso.com": {
			"generation": "v2",
			"service_status": "stopped",
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
		"vpn": {
			"enabled": true,
		},
		"sensors": {
			"dc01.contoso.com": {
				"radius_target": true,
			},
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
			"vpn": {
				"enabled": true,
			},
			"sensors": {
				"dc01.contoso.com": {
					"radius_target": true,
				},
			},
		},
		"sensors": {
			"dc01.contoso.com": {
				"generation": "v2",
				"service_status": "running",
			},
		},
	}
	count([observed | observed := radius_receiver.observed with input as given]) == 1
	count([required | required := radius_receiver.required with input as given]) == 1
}

_applies(given) := [answer | answer := radius_receiver.applies with input as given]

test_applies_to_vpn if {
	every c in [
		[{"spec": {"vpn": {"enabled": true}}}, [true]],
		[{"spec": {"vpn": {"enabled": false}}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}

_sensor(planned, sensor) := {"spec": {"vpn": {"enabled": true}, "sensors": {"a": {"radius_target": planned}}}, "sensors": {"a": sensor}}

_running := {"generation": "v2", "service_status": "running"}

test_each_condition_counts if {
	_read(_sensor(true, _running)) == [true]
	_read(_sensor(false, _running)) == [false]
	_read(_sensor(true, object.union(_running, {"generation": "v3"}))) == [false]
	_read(_sensor(true, object.union(_running, {"service_status": "stopped"}))) == [false]
}

test_each_part_has_to_be_read if {
	every part in object.keys(_running) {
		_read(_sensor(true, object.remove(_running, {part}))) == []
	}
}

_with(planned, registered) := _read({"spec": {"vpn": {"enabled": true}, "sensors": {"dc01.contoso.com": planned}}, "sensors": registered})

test_planned_receiver if _with({"radius_target": true, "generation": "v2"}, {}) == [true]

test_planned_receiver_of_another_kind if {
	every generation in ["v3", "standalone", "none"] {
		_with({"radius_target": true, "generation": generation}, {}) == [false]
	}
}

test_planned_sensor_that_is_no_receiver if _with({"radius_target": false, "generation": "v2"}, {}) == [false]

test_receiver_that_leaves_v2 if _with({"radius_target": true, "generation": "v3"}, {"dc01.contoso.com": {"generation": "v2", "service_status": "running"}}) == [false]

test_registered_v3_receiver if _with({"radius_target": true, "generation": "v2"}, {"dc01.contoso.com": {"generation": "v3", "service_status": "running"}}) == [false]

test_planned_receiver_of_unknown_sensors if {
	given := {"spec": {"vpn": {"enabled": true}, "sensors": {"dc01.contoso.com": {"radius_target": true, "generation": "v2"}}}}
	_read(given) == []
	radius_receiver.observed == set() with input as given
}
