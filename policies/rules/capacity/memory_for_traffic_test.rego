package mdi.rules.capacity.memory_for_traffic_test

import data.mdi.rules.capacity.memory_for_traffic

_read(given) := [answer | answer := memory_for_traffic.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"memory_bytes": 17179869184,
		"memory_used_peak_bytes": 7516192768,
		"traffic": {
			"busy_packets_per_second": 999.9,
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
		"memory_bytes": 17179869184,
		"memory_used_peak_bytes": 16106127360,
		"traffic": {
			"busy_packets_per_second": 5000,
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

test_boundary_1 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"memory_bytes": 17179869184,
		"memory_used_peak_bytes": 7516192768,
		"traffic": {
			"busy_packets_per_second": 19999,
		},
	},
}) == [true]

test_boundary_2 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"memory_bytes": 17179869184,
		"memory_used_peak_bytes": 7516192768,
		"traffic": {
			"busy_packets_per_second": 20000,
		},
	},
}) == [false]

test_shows_its_evidence if {
	given := {
		"run": {
			"now": "2026-11-24T09:00:00Z",
			"policy_date": "2026-11-24",
			"profile": "v2-current",
		},
		"spec": {},
		"server": {
			"memory_bytes": 17179869184,
			"memory_used_peak_bytes": 7516192768,
			"traffic": {
				"busy_packets_per_second": 999.9,
			},
		},
	}
	count([observed | observed := memory_for_traffic.observed with input as given]) == 1
	count([required | required := memory_for_traffic.required with input as given]) == 1
}

test_shows_how_it_was_reckoned if {
	observed := memory_for_traffic.observed with input as {"server": {"memory_bytes": 800, "memory_used_peak_bytes": 500, "traffic": {"busy_packets_per_second": 1000}}}
	observed == {"memory_left_bytes": 300, "packets_per_second": 1000, "arithmetic": [{
		"unit": "bytes",
		"terms": [{"name": "memory", "value": 800}, {"name": "used at peak", "value": -500}],
		"left": 300,
		"needed": data.mdi.lib.capacity.row(1000).memory_bytes,
	}]}
}

test_shows_what_is_required if {
	required := memory_for_traffic.required with input as {"server": {"traffic": {"busy_packets_per_second": 1000}}}
	required == {"memory_left_bytes": data.mdi.lib.capacity.row(1000).memory_bytes}
}
