package mdi.rules.hardware.room_beside_the_load_test

import data.mdi.rules.hardware.room_beside_the_load

_read(given) := [answer | answer := room_beside_the_load.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"physical_cores": 4,
		"cpu_used_peak_cores": 2,
		"memory_bytes": 17179869184,
		"memory_used_peak_bytes": 10737418240,
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
		"physical_cores": 4,
		"cpu_used_peak_cores": 2.5,
		"memory_bytes": 17179869184,
		"memory_used_peak_bytes": 10737418240,
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
			"cpu_used_peak_cores": 2,
			"memory_bytes": 17179869184,
			"memory_used_peak_bytes": 10737418240,
		},
	}
	count([observed | observed := room_beside_the_load.observed with input as given]) == 1
	count([required | required := room_beside_the_load.required with input as given]) == 1
}

test_boundary_1 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"physical_cores": 4,
		"cpu_used_peak_cores": 2,
		"memory_bytes": 17179869184,
		"memory_used_peak_bytes": 10737418241,
	},
}) == [false]

test_boundary_2 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"physical_cores": 2,
		"cpu_used_peak_cores": 0,
		"memory_bytes": 6442450944,
		"memory_used_peak_bytes": 0,
	},
}) == [true]
