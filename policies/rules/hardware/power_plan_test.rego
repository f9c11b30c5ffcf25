package mdi.rules.hardware.power_plan_test

import data.mdi.rules.hardware.power_plan

_read(given) := [answer | answer := power_plan.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"power_plan_guid": "8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c",
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
		"power_plan_guid": "381b4222-f694-41f0-9685-ff5bb260df2e",
		"processor_state_min_percent": 5,
		"processor_state_max_percent": 100,
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
		"power_plan_guid": "381b4222-f694-41f0-9685-ff5bb260df2e",
		"processor_state_min_percent": 100,
		"processor_state_max_percent": 100,
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
			"power_plan_guid": "8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c",
		},
	}
	count([observed | observed := power_plan.observed with input as given]) == 1
	count([required | required := power_plan.required with input as given]) == 1
}

test_each_end_of_the_range_counts if {
	every c in [
		[{"server": {"power_plan_guid": "another", "processor_state_min_percent": 100, "processor_state_max_percent": 100}}, [true]],
		[{"server": {"power_plan_guid": "another", "processor_state_min_percent": 100, "processor_state_max_percent": 99}}, [false]],
		[{"server": {"power_plan_guid": "another", "processor_state_min_percent": 99, "processor_state_max_percent": 100}}, [false]],
	] {
		_read(c[0]) == c[1]
	}
}
