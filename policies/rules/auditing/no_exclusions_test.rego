package mdi.rules.auditing.no_exclusions_test

import data.mdi.rules.auditing.no_exclusions

_read(given) := [answer | answer := no_exclusions.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"audit_exclusions": {},
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
		"audit_exclusions": {
			"S-1-5-21-1004336348-1177238915-682003330-1200": {
				"0cce9235-69ae-11d9-bed3-505054503030": 2,
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
		"server": {
			"audit_exclusions": {},
		},
	}
	count([observed | observed := no_exclusions.observed with input as given]) == 1
	count([required | required := no_exclusions.required with input as given]) == 1
}

test_failure_excluded if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"audit_exclusions": {
			"S-1-5-18": {
				"0cce9235-69ae-11d9-bed3-505054503030": 8,
			},
		},
	},
}) == [false]

test_inclusions_are_no_exclusions if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"audit_exclusions": {
			"S-1-5-18": {
				"0cce9235-69ae-11d9-bed3-505054503030": 5,
			},
		},
	},
}) == [true]

test_another_subcategory if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"audit_exclusions": {
			"S-1-5-18": {
				"0cce9299-69ae-11d9-bed3-505054503030": 2,
			},
		},
	},
}) == [true]

_excluded(subcategory, bits) := {"server": {"audit_exclusions": {"S-1": {subcategory: bits}}}}

test_each_subcategory_counts if {
	every middle in ["11", "15", "21", "22", "35", "36", "37", "38", "3b", "3c", "3f"] {
		every bits in [2, 8] {
			_read(_excluded(sprintf("0cce92%s-69ae-11d9-bed3-505054503030", [middle]), bits)) == [false]
		}
	}
	_read(_excluded("0cce9224-69ae-11d9-bed3-505054503030", 2)) == [true]
}

test_names_what_is_excluded if {
	some observed in [o | o := no_exclusions.observed with input as _excluded("0cce923b-69ae-11d9-bed3-505054503030", 2)]
	observed == {"S-1 0cce923b-69ae-11d9-bed3-505054503030"}
}
