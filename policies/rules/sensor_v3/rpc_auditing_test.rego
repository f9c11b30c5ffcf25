package mdi.rules.sensor_v3.rpc_auditing_test

import data.mdi.rules.sensor_v3.rpc_auditing

_read(given) := [answer | answer := rpc_auditing.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"server": {
		"sensor_v3": {
			"version": "3.0.8",
		},
		"mde": {},
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"server": {
		"sensor_v3": {
			"version": "3.0.7",
		},
		"mde": {
			"device_tags": {},
		},
	},
}) == [false]

test_was_not_read if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
}) == []

test_shows_its_evidence if {
	given := {
		"run": {
			"now": "2026-11-24T09:00:00Z",
			"policy_date": "2026-11-24",
			"profile": "v3-current",
		},
		"spec": {},
		"server": {
			"sensor_v3": {
				"version": "3.0.8",
			},
			"mde": {},
		},
	}
	count([observed | observed := rpc_auditing.observed with input as given]) == 1
	count([required | required := rpc_auditing.required with input as given]) == 1
}

test_an_hour_ago if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"server": {
		"sensor_v3": {
			"version": "3.0.7",
		},
		"mde": {
			"device_tags": {
				"Unified Sensor RPC Audit": {
					"applied_at": "2026-11-24T08:00:00Z",
				},
			},
		},
	},
}) == [true]

test_not_yet_an_hour if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"server": {
		"sensor_v3": {
			"version": "3.0.7",
		},
		"mde": {
			"device_tags": {
				"Unified Sensor RPC Audit": {
					"applied_at": "2026-11-24T08:00:01Z",
				},
			},
		},
	},
}) == [false]

test_boundary_3 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"server": {
		"sensor_v3": {
			"version": "3.0.10",
		},
	},
}) == [true]

test_tags_unread if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"server": {
		"sensor_v3": {
			"version": "3.0.7",
		},
	},
}) == []

test_applies_once_it_is_installed if {
	[answer | answer := rpc_auditing.applies with input as {"server": {"sensor_v3": {"installed": true}}}] == [true]
	[answer | answer := rpc_auditing.applies with input as {"server": {"sensor_v3": {"installed": false}}}] == [false]
	[answer | answer := rpc_auditing.applies with input as {"server": {}}] == []
}
