package mdi.rules.licences.commercial_licence_test

import data.mdi.rules.licences.commercial_licence

_read(given) := [answer | answer := commercial_licence.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"tenant": {
		"cloud": "commercial",
		"skus": {
			"06ebc4ee-1bb5-47dd-8120-11324bc54e06": {
				"part_number": "SPE_E5",
				"status": "enabled",
				"enabled_units": 1000,
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
		"cloud": "commercial",
		"skus": {
			"06ebc4ee-1bb5-47dd-8120-11324bc54e06": {
				"part_number": "SPE_E5",
				"status": "suspended",
				"enabled_units": 0,
				"service_plans": {
					"14ab5db5-e6c4-4b20-b4bc-13e36fd2227f": "disabled",
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

test_boundary_1 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"tenant": {
		"cloud": "commercial",
		"skus": {},
	},
}) == [false]

test_shows_its_evidence if {
	given := {
		"run": {
			"now": "2026-11-24T09:00:00Z",
			"policy_date": "2026-11-24",
			"profile": "v2-current",
		},
		"spec": {},
		"tenant": {
			"cloud": "commercial",
			"skus": {
				"06ebc4ee-1bb5-47dd-8120-11324bc54e06": {
					"part_number": "SPE_E5",
					"status": "enabled",
					"enabled_units": 1000,
					"service_plans": {
						"14ab5db5-e6c4-4b20-b4bc-13e36fd2227f": "success",
					},
				},
			},
		},
	}
	count([observed | observed := commercial_licence.observed with input as given]) == 1
	count([required | required := commercial_licence.required with input as given]) == 1
}

_applies(given) := [answer | answer := commercial_licence.applies with input as given]

test_applies_to_commercial_clouds if {
	every c in [
		[{"tenant": {"cloud": "commercial"}}, [true]],
		[{"tenant": {"cloud": "gcc"}}, [false]],
		[{"tenant": {"cloud": "gcc_high"}}, [false]],
		[{"tenant": {"cloud": "dod"}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}

_plan := "14ab5db5-e6c4-4b20-b4bc-13e36fd2227f"

_good := {"status": "enabled", "enabled_units": 1, "service_plans": {_plan: "success"}}

_sku(changes) := {"tenant": {"skus": {"a": object.union(_good, changes)}}}

test_each_condition_counts if {
	every changes in [
		{}, {"status": "warning"},
		{"service_plans": {_plan: "pending_provisioning"}}, {"service_plans": {_plan: "pending_activation"}},
	] {
		_read(_sku(changes)) == [true]
	}
	every changes in [{"status": "suspended"}, {"enabled_units": 0}, {"service_plans": {_plan: "disabled"}}] {
		_read(_sku(changes)) == [false]
	}
}

test_one_subscription_has_to_meet_them_all if {
	_read({"tenant": {"skus": {"a": object.union(_good, {"enabled_units": 0}), "b": object.union(_good, {"status": "suspended"})}}}) == [false]
}
