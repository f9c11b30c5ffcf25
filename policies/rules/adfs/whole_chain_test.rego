package mdi.rules.adfs.whole_chain_test

import data.mdi.rules.adfs.whole_chain

_read(given) := [answer | answer := whole_chain.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"audit_policy": {
			"0cce9222-69ae-11d9-bed3-505054503030": 3,
			"0cce9215-69ae-11d9-bed3-505054503030": 3,
		},
		"adfs": {
			"audit_level": "verbose",
			"log_levels": {
				"successaudits": true,
				"failureaudits": true,
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
	"server": {
		"audit_policy": {
			"0cce9222-69ae-11d9-bed3-505054503030": 3,
			"0cce9215-69ae-11d9-bed3-505054503030": 3,
		},
		"adfs": {
			"audit_level": "basic",
			"log_levels": {
				"successaudits": true,
				"failureaudits": true,
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
			"audit_policy": {
				"0cce9222-69ae-11d9-bed3-505054503030": 3,
				"0cce9215-69ae-11d9-bed3-505054503030": 3,
			},
			"adfs": {
				"audit_level": "verbose",
				"log_levels": {
					"successaudits": true,
					"failureaudits": true,
				},
			},
		},
	}
	count([observed | observed := whole_chain.observed with input as given]) == 1
	count([required | required := whole_chain.required with input as given]) == 1
}

test_boundary_1 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"audit_policy": {
			"0cce9222-69ae-11d9-bed3-505054503030": 1,
			"0cce9215-69ae-11d9-bed3-505054503030": 3,
		},
		"adfs": {
			"audit_level": "verbose",
			"log_levels": {
				"successaudits": true,
				"failureaudits": true,
			},
		},
	},
}) == [false]

test_boundary_2 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"audit_policy": {
			"0cce9222-69ae-11d9-bed3-505054503030": 3,
			"0cce9215-69ae-11d9-bed3-505054503030": 2,
		},
		"adfs": {
			"audit_level": "verbose",
			"log_levels": {
				"successaudits": true,
				"failureaudits": true,
			},
		},
	},
}) == [false]

test_boundary_3 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"audit_policy": {
			"0cce9222-69ae-11d9-bed3-505054503030": 3,
			"0cce9215-69ae-11d9-bed3-505054503030": 3,
		},
		"adfs": {
			"audit_level": "verbose",
			"log_levels": {
				"successaudits": true,
			},
		},
	},
}) == [false]

test_each_log_level_counts if {
	every levels in [{"successaudits": true}, {"failureaudits": true}] {
		_read({"server": {
			"audit_policy": {"0cce9222-69ae-11d9-bed3-505054503030": 3, "0cce9215-69ae-11d9-bed3-505054503030": 3},
			"adfs": {"audit_level": "verbose", "log_levels": levels},
		}}) == [false]
	}
}

test_says_what_is_required if {
	whole_chain.required == {"application generated": 3, "logon": 3, "audit level": "verbose", "log levels": {"successaudits", "failureaudits"}}
}

_old(policy) := _read({"server": {
	"audit_policy": {"0cce9222-69ae-11d9-bed3-505054503030": policy, "0cce9215-69ae-11d9-bed3-505054503030": 3},
	"adfs": {"audit_level_supported": false, "log_levels": {"successaudits": true, "failureaudits": true}},
}})

test_where_there_is_no_level if _old(3) == [true]

test_where_there_is_no_level_and_no_policy if _old(1) == [false]
