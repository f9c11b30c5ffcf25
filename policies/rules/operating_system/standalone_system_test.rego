package mdi.rules.operating_system.standalone_system_test

import data.mdi.rules.operating_system.standalone_system

_read(given) := [answer | answer := standalone_system.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
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
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"os_family": "ws2025",
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
			"os_family": "ws2022",
		},
	}
	count([observed | observed := standalone_system.observed with input as given]) == 1
	count([required | required := standalone_system.required with input as given]) == 1
}

test_boundary_1 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"os_family": "ws2012r2",
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
		"os_family": "ws2016",
	},
}) == [true]

test_each_value_counts if {
	every value in ["ws2016", "ws2019", "ws2022"] {
		_read({"server": {"os_family": value}}) == [true]
	}
	every value in ["ws2012r2", "ws2025"] {
		_read({"server": {"os_family": value}}) == [false]
	}
}
