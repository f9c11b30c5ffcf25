package mdi.rules.sensor_v3.patched_monthly_test

import data.mdi.rules.sensor_v3.patched_monthly

_read(given) := [answer | answer := patched_monthly.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"server": {
		"lcu_month": "2026-10",
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
		"lcu_month": "2026-09",
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
			"lcu_month": "2026-10",
		},
	}
	[observed | observed := patched_monthly.observed with input as given] == [{"newest update": "2026-10", "patched monthly": "not said"}]
	count([required | required := patched_monthly.required with input as given]) == 1
}

test_not_in_the_ring if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {
		"server": {
			"patched_monthly": false,
		},
	},
	"server": {
		"lcu_month": "2026-11",
	},
}) == [false]

test_over_the_year if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {
		"server": {
			"patched_monthly": true,
		},
	},
	"server": {
		"lcu_month": "2025-12",
	},
}) == [false]

test_boundary_3 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"server": {
		"lcu_month": "2026-11",
	},
}) == [true]

test_the_month_before_counts_across_the_year if {
	every c in [["2025-12", true], ["2025-11", false], ["2026-01", true]] {
		_read({"spec": {}, "run": {"now": "2026-01-31T00:00:00Z"}, "server": {"lcu_month": c[0]}}) == [c[1]]
	}
	_read({"spec": {}, "run": {"now": "2026-02-01T00:00:00Z"}, "server": {"lcu_month": "2025-12"}}) == [false]
}

_observed(given) := [answer | answer := patched_monthly.observed with input as given]

test_shows_what_the_spec_says if {
	every c in [
		[{"spec": {"server": {"patched_monthly": false}}, "server": {"lcu_month": "2026-10"}}, [{"patched monthly": false, "newest update": "2026-10"}]],
	] {
		_observed(c[0]) == c[1]
	}
}
