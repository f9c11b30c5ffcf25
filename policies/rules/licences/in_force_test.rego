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
	count([observed | observed := in_force.observed with input as given]) == 1
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
