package mdi.rules.capacity.within_one_sensor_test

import data.mdi.rules.capacity.within_one_sensor

_read(given) := [answer | answer := within_one_sensor.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"traffic": {
			"busy_packets_per_second": 100000,
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
		"traffic": {
			"busy_packets_per_second": 100001,
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
			"traffic": {
				"busy_packets_per_second": 100000,
			},
		},
	}
	count([observed | observed := within_one_sensor.observed with input as given]) == 1
	count([required | required := within_one_sensor.required with input as given]) == 1
}

test_boundary_1 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"traffic": {
			"busy_packets_per_second": 0,
		},
	},
}) == [true]

_tool(verdict) := _read({"server": {"traffic": {"busy_packets_per_second": 100000, "sizing_verdict": verdict}}})

test_what_the_tool_refuses_is_refused if {
	_tool("no") == [false]
	every verdict in ["yes", "maybe", "yes_with_resources", "missing_core_data"] {
		_tool(verdict) == [true]
	}
}

test_shows_the_verdict if {
	[observed.sizing_verdict | observed := within_one_sensor.observed with input as {"server": {"traffic": {"busy_packets_per_second": 1, "sizing_verdict": "no"}}}] == ["no"]
	[observed | observed := within_one_sensor.observed with input as {"server": {"traffic": {"busy_packets_per_second": 1}}}] == [{"packets_per_second": 1, "sizing_verdict": "not read"}]
}
