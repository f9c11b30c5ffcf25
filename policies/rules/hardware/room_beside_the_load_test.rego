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
	room_beside_the_load.observed == {
		"cores_left": 2,
		"memory_left_bytes": 6442450944,
		"arithmetic": [
			{"unit": "cores", "terms": [{"name": "cores", "value": 4}, {"name": "used at peak", "value": -2}], "left": 2, "needed": 2},
			{"unit": "bytes", "terms": [{"name": "memory", "value": 17179869184}, {"name": "used at peak", "value": -10737418240}], "left": 6442450944, "needed": 6442450944},
		],
	} with input as given
	room_beside_the_load.required == {"cores_left": 2, "memory_left_bytes": 6442450944} with input as given
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
