package mdi.rules.capacity.cores_for_traffic_test

import data.mdi.rules.capacity.cores_for_traffic

_read(given) := [answer | answer := cores_for_traffic.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"physical_cores": 4,
		"cpu_used_peak_cores": 1.5,
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
		"physical_cores": 8,
		"cpu_used_peak_cores": 7.5,
		"traffic": {
			"busy_packets_per_second": 1000,
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
		"physical_cores": 2,
		"cpu_used_peak_cores": 1.75,
		"traffic": {
			"busy_packets_per_second": 999.9,
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
		"physical_cores": 2,
		"cpu_used_peak_cores": 1.75,
		"traffic": {
			"busy_packets_per_second": 1000,
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
			"physical_cores": 4,
			"cpu_used_peak_cores": 1.5,
			"traffic": {
				"busy_packets_per_second": 999.9,
			},
		},
	}
	count([observed | observed := cores_for_traffic.observed with input as given]) == 1
	count([required | required := cores_for_traffic.required with input as given]) == 1
}

test_shows_how_it_was_reckoned if {
	observed := cores_for_traffic.observed with input as {"server": {"physical_cores": 8, "cpu_used_peak_cores": 5, "traffic": {"busy_packets_per_second": 1000}}}
	observed == {"cores_left": 3, "packets_per_second": 1000, "arithmetic": [{
		"unit": "cores",
		"terms": [{"name": "cores", "value": 8}, {"name": "used at peak", "value": -5}],
		"left": 3,
		"needed": data.mdi.lib.capacity.row(1000).cores,
	}]}
}

test_shows_what_is_required if {
	required := cores_for_traffic.required with input as {"server": {"traffic": {"busy_packets_per_second": 1000}}}
	required == {"cores_left": data.mdi.lib.capacity.row(1000).cores}
}
