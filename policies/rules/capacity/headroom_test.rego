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
