package mdi.rules.operating_system.supported_v3_test

import data.mdi.rules.operating_system.supported_v3

_read(given) := [answer | answer := supported_v3.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"server": {
		"os_family": "ws2022",
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
		"os_family": "ws2016",
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

test_boundary_1 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"server": {
		"os_family": "ws2019",
	},
}) == [true]

test_shows_its_evidence if {
	given := {
		"run": {
			"now": "2026-11-24T09:00:00Z",
			"policy_date": "2026-11-24",
			"profile": "v3-current",
		},
		"spec": {},
		"server": {
			"os_family": "ws2022",
		},
	}
	count([observed | observed := supported_v3.observed with input as given]) == 1
	count([required | required := supported_v3.required with input as given]) == 1
}

test_each_value_counts if {
	every value in ["ws2019", "ws2022", "ws2025"] {
		_read({"server": {"os_family": value}}) == [true]
	}
	every value in ["ws2016"] {
		_read({"server": {"os_family": value}}) == [false]
	}
}
