package mdi.rules.hardware.cores_test

import data.mdi.rules.hardware.cores

_read(given) := [answer | answer := cores.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"physical_cores": 2,
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
		"physical_cores": 1,
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
			"physical_cores": 2,
		},
	}
	count([observed | observed := cores.observed with input as given]) == 1
	count([required | required := cores.required with input as given]) == 1
}

test_every_profile_has_a_minimum if {
	every profile in ["classic-2023", "v2-current", "v3-current"] {
		_read({"run": {"profile": profile}, "server": {"physical_cores": 2}}) == [true]
	}
}
