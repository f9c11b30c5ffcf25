package mdi.rules.operating_system.supported_v2_test

import data.mdi.rules.operating_system.supported_v2

_read(given) := [answer | answer := supported_v2.compliant with input as given]

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
		"os_family": "ws2016",
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
		"os_family": "ws2025",
	},
}) == [true]

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
	count([observed | observed := supported_v2.observed with input as given]) == 1
	count([required | required := supported_v2.required with input as given]) == 1
}

test_each_value_counts if {
	every value in ["ws2016", "ws2019", "ws2022", "ws2025"] {
		_read({"server": {"os_family": value}}) == [true]
	}
	every value in ["ws2012r2"] {
		_read({"server": {"os_family": value}}) == [false]
	}
}

_on(profile, day, family) := _read({"run": {"profile": profile, "policy_date": day}, "server": {"os_family": family}})

test_2012_until_its_end if _on("classic-2023", "2023-10-09", "ws2012r2") == [true]

test_2012_from_its_end if _on("classic-2023", "2023-10-10", "ws2012r2") == [false]

test_2012_under_the_rules_of_today if _on("v2-current", "2023-10-09", "ws2012") == [false]

test_2025_was_not_known_in_2023 if _on("classic-2023", "2023-10-09", "ws2025") == [false]

test_each_value_counted_in_2023 if {
	every family in ["ws2012", "ws2012r2", "ws2016", "ws2019", "ws2022"] {
		_on("classic-2023", "2023-10-09", family) == [true]
	}
}
