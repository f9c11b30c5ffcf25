package mdi.rules.operating_system.one_processor_group_test

import data.mdi.rules.operating_system.one_processor_group

_read(given) := [answer | answer := one_processor_group.compliant with input as given]

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
		"os_family": "ws2012",
		"processor_group_count": 2,
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
	[observed | observed := one_processor_group.observed with input as given] == [{"groups": 1, "system": "ws2022"}]
	count([required | required := one_processor_group.required with input as given]) == 1
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
		"processor_group_count": 1,
	},
}) == [true]

test_groups_unread if _read({
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

test_each_system_counts if {
	every family in ["ws2008r2", "ws2012"] {
		_read({"server": {"os_family": family, "processor_group_count": 2}}) == [false]
		_read({"server": {"os_family": family, "processor_group_count": 1}}) == [true]
		_read({"server": {"os_family": family}}) == []
	}
	_read({"server": {"os_family": "ws2012r2", "processor_group_count": 2}}) == [true]
}

_observed(given) := [answer | answer := one_processor_group.observed with input as given]

test_shows_the_groups if {
	every c in [
		[{"server": {"os_family": "ws2012", "processor_group_count": 2}}, [{"system": "ws2012", "groups": 2}]],
	] {
		_observed(c[0]) == c[1]
	}
}
