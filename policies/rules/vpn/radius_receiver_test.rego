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

_with(planned, registered) := _read({"spec": {"vpn": {"enabled": true}, "sensors": {"dc01.contoso.com": planned}}, "sensors": registered})

test_planned_receiver if _with({"radius_target": true, "generation": "v2"}, {}) == [true]

test_planned_v3_receiver if _with({"radius_target": true, "generation": "v3"}, {}) == [false]

test_planned_sensor_that_is_no_receiver if _with({"radius_target": false, "generation": "v2"}, {}) == [false]

test_receiver_that_leaves_v2 if _with({"radius_target": true, "generation": "v3"}, {"dc01.contoso.com": {"generation": "v2", "service_status": "running"}}) == [false]

test_registered_v3_receiver if _with({"radius_target": true, "generation": "v2"}, {"dc01.contoso.com": {"generation": "v3", "service_status": "running"}}) == [false]

test_planned_receiver_of_unknown_sensors if _read({"spec": {"vpn": {"enabled": true}, "sensors": {"dc01.contoso.com": {"radius_target": true, "generation": "v2"}}}}) == []
