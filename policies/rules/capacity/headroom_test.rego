package mdi.rules.capacity.headroom_test

import data.mdi.rules.capacity.headroom

_read(given) := [answer | answer := headroom.compliant with input as given]

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
		"physical_cores": 8,
		"cpu_used_peak_cores": 7.5,
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
			"memory_bytes": 17179869184,
			"memory_used_peak_bytes": 7516192768,
			"traffic": {
				"busy_packets_per_second": 999.9,
			},
		},
	}
	count([observed | observed := headroom.observed with input as given]) == 1
	count([required | required := headroom.required with input as given]) == 1
}

# At 1000 packets a sensor takes 0.75 cores and 6442450944 bytes, and 1.5 cores and 3000000000 bytes have to stay free.
_used(cores, bytes) := {"server": {
	"physical_cores": 10,
	"cpu_used_peak_cores": cores,
	"memory_bytes": 20000000000,
	"memory_used_peak_bytes": bytes,
	"traffic": {"busy_packets_per_second": 1000},
}}

test_each_edge_counts if {
	_read(_used(7.75, 10557549056)) == [true]
	_read(_used(7.76, 10557549056)) == [false]
	_read(_used(7.75, 10557549057)) == [false]
}

test_shows_how_it_was_reckoned if {
	observed := headroom.observed with input as _used(7.25, 10557549000)
	observed == {
		"cores_left": 2, "memory_left_bytes": 3000000056, "packets_per_second": 1000,
		"arithmetic": [
			{
				"unit": "cores",
				"terms": [{"name": "cores", "value": 10}, {"name": "used at peak", "value": -7.25}, {"name": "reserve", "value": -1.5, "share": 0.15}],
				"left": 1.25,
				"needed": 0.75,
			},
			{
				"unit": "bytes",
				"terms": [{"name": "memory", "value": 20000000000}, {"name": "used at peak", "value": -10557549000}, {"name": "reserve", "value": -3000000000, "share": 0.15}],
				"left": 6442451000,
				"needed": 6442450944,
			},
		],
	}
}
