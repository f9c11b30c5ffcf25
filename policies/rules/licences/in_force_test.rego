package mdi.rules.licences.in_force_test

import data.mdi.rules.licences.in_force

_read(given) := [answer | answer := in_force.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"tenant": {
		"skus": {
			"06ebc4ee-1bb5-47dd-8120-11324bc54e06": {
				"part_number": "SPE_E5",
				"status": "enabled",
				"service_plans": {
					"14ab5db5-e6c4-4b20-b4bc-13e36fd2227f": "success",
				},
			},
		},
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"tenant": {
		"skus": {
			"06ebc4ee-1bb5-47dd-8120-11324bc54e06": {
				"part_number": "SPE_E5",
				"status": "warning",
				"service_plans": {
					"14ab5db5-e6c4-4b20-b4bc-13e36fd2227f": "success",
				},
			},
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
		"tenant": {
			"skus": {
				"06ebc4ee-1bb5-47dd-8120-11324bc54e06": {
					"part_number": "SPE_E5",
					"status": "enabled",
					"service_plans": {
						"14ab5db5-e6c4-4b20-b4bc-13e36fd2227f": "success",
					},
				},
			},
		},
	}
	[observed | observed := in_force.observed with input as given] == [{"06ebc4ee-1bb5-47dd-8120-11324bc54e06": "enabled"}]
	count([required | required := in_force.required with input as given]) == 1
}

test_boundary_1 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"tenant": {
		"skus": {
			"06ebc4ee-1bb5-47dd-8120-11324bc54e06": {
				"part_number": "SPE_E5",
				"status": "suspended",
				"service_plans": {
					"14ab5db5-e6c4-4b20-b4bc-13e36fd2227f": "success",
				},
			},
		},
	},
}) == [false]

test_the_term_is_over if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"tenant": {
		"skus": {
			"06ebc4ee-1bb5-47dd-8120-11324bc54e06": {
				"part_number": "SPE_E5",
				"status": "enabled",
				"expires_at": "2026-11-24T09:00:00Z",
				"service_plans": {
					"14ab5db5-e6c4-4b20-b4bc-13e36fd2227f": "success",
				},
			},
		},
	},
}) == [false]

test_a_second_left if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"tenant": {
		"skus": {
			"06ebc4ee-1bb5-47dd-8120-11324bc54e06": {
				"part_number": "SPE_E5",
				"status": "enabled",
				"expires_at": "2026-11-24T09:00:01Z",
				"service_plans": {
					"14ab5db5-e6c4-4b20-b4bc-13e36fd2227f": "success",
				},
			},
		},
	},
}) == [true]

test_none if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"tenant": {
		"skus": {},
	},
}) == [false]

_sku(sku) := {"run": {"now": "2026-11-24T09:00:00Z"}, "tenant": {"skus": {"a": sku}}}

_plans := {"14ab5db5-e6c4-4b20-b4bc-13e36fd2227f": "success"}

test_only_a_subscription_with_the_plan_counts if {
	_read(_sku({"status": "enabled", "service_plans": _plans})) == [true]
	_read(_sku({"status": "enabled", "service_plans": {"another": "success"}})) == [false]
	_read(_sku({"status": "suspended", "service_plans": _plans})) == [false]
}

test_a_subscription_that_was_read_in_part_is_unknown if {
	_read(_sku({"status": "enabled"})) == []
	_read(_sku({"service_plans": _plans})) == []
}

_observed(given) := [answer | answer := in_force.observed with input as given]

test_shows_only_what_has_the_plan if {
	every c in [
		[{"tenant": {"skus": {"a": {"status": "enabled", "service_plans": _plans}, "b": {"status": "enabled", "service_plans": {}}}}}, [{"a": "enabled"}]],
	] {
		_observed(c[0]) == c[1]
	}
}
