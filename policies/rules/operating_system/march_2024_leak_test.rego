package mdi.rules.operating_system.march_2024_leak_test

import data.mdi.rules.operating_system.march_2024_leak

_read(given) := [answer | answer := march_2024_leak.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"server": {
		"os_family": "ws2022",
		"os_revision": 2342,
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
		"os_family": "ws2022",
		"os_revision": 2340,
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
			"os_revision": 2342,
		},
	}
	[observed | observed := march_2024_leak.observed with input as given] == [{"revision": 2342, "system": "ws2022"}]
	count([required | required := march_2024_leak.required with input as given]) == 1
}

test_another_system if _read({
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

test_boundary_2 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"server": {
		"os_family": "ws2022",
		"os_revision": 2339,
	},
}) == [true]

test_revision_unread if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"server": {
		"os_family": "ws2022",
	},
}) == []

test_other_systems_do_not_leak if {
	every c in [
		[{"server": {"os_family": "ws2019", "os_revision": 2340}}, [true]],
	] {
		_read(c[0]) == c[1]
	}
}

_observed(given) := [answer | answer := march_2024_leak.observed with input as given]

test_shows_what_was_not_read if {
	every c in [
		[{"server": {"os_family": "ws2022"}}, [{"system": "ws2022", "revision": "not read"}]],
	] {
		_observed(c[0]) == c[1]
	}
}
