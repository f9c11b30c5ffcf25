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
	rpc_auditing.observed == {"version": "3.0.8", "tags": {}} with input as given
	tagged := object.union(given, {"server": {"mde": {"device_tags": {"x": {"applied_at": "2026-11-24T08:00:00Z"}}}}})
	rpc_auditing.observed.tags == {"x": "2026-11-24T08:00:00Z"} with input as tagged
	rpc_auditing.required == `version 3.0.8, or one of the tags {"Sensor Extended RPC Audit", "Unified Sensor RPC Audit"} for an hour` with input as given
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

_tagged(version, tag) := _read({
	"run": {"now": "2026-11-24T09:00:00Z"},
	"server": {"sensor_v3": {"version": version}, "mde": {"device_tags": {tag: {"applied_at": "2026-11-24T07:00:00Z"}}}},
})

test_either_tag_and_no_other if {
	_tagged("3.0.7", "Unified Sensor RPC Audit") == [true]
	_tagged("3.0.7", "Sensor Extended RPC Audit") == [true]
	_tagged("3.0.7", "Tier 0") == [false]
}

test_from_that_version_on_no_tag_is_needed if _tagged("3.0.8", "Tier 0") == [true]
