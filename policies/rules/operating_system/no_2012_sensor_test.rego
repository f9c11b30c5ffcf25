package mdi.rules.operating_system.no_2012_sensor_test

import data.mdi.rules.operating_system.no_2012_sensor

_read(given) := [answer | answer := no_2012_sensor.compliant with input as given]

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
		"os_family": "ws2012r2",
		"sensor_v2": {
			"installed": true,
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
			"os_family": "ws2022",
		},
	}
	count([observed | observed := no_2012_sensor.observed with input as given]) == 1
	count([required | required := no_2012_sensor.required with input as given]) == 1
}

test_boundary_1 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"os_family": "ws2012",
		"sensor_v2": {
			"installed": false,
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
		"os_family": "ws2012",
		"sensor_v2": {
			"installed": true,
		},
	},
}) == [false]

test_sensor_unread if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"os_family": "ws2012",
	},
}) == []

test_newer_systems_may_have_one if {
	every c in [
		[{"server": {"os_family": "ws2022", "sensor_v2": {"installed": true}}}, [true]],
		[{"run": {"profile": "classic-2023", "policy_date": "2023-10-09"}, "server": {"os_family": "ws2022"}}, [true]],
	] {
		_read(c[0]) == c[1]
	}
}

_on(profile, day, installed) := _read({"run": {"profile": profile, "policy_date": day}, "server": {"os_family": "ws2012r2", "sensor_v2": {"installed": installed}}})

test_new_sensor_until_its_end if _on("classic-2023", "2023-10-09", false) == [false]

test_new_sensor_from_its_end if _on("classic-2023", "2023-10-10", false) == [true]

test_new_sensor_today if _on("v2-current", "2023-10-09", false) == [true]
