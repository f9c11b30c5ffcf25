package mdi.rules.service_account.all_services_may_log_on_test

import data.mdi.rules.service_account.all_services_may_log_on

_read(given) := [answer | answer := all_services_may_log_on.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"user_rights": {
			"SeServiceLogonRight": {
				"defined_by_policy": true,
				"principals": {
					"S-1-5-80-0": true,
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
	"server": {
		"user_rights": {
			"SeServiceLogonRight": {
				"defined_by_policy": true,
				"principals": {
					"S-1-5-20": true,
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
		"server": {
			"user_rights": {
				"SeServiceLogonRight": {
					"defined_by_policy": true,
					"principals": {
						"S-1-5-80-0": true,
					},
				},
			},
		},
	}
	count([observed | observed := all_services_may_log_on.observed with input as given]) == 1
	count([required | required := all_services_may_log_on.required with input as given]) == 1
}

test_not_defined if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"user_rights": {
			"SeServiceLogonRight": {
				"defined_by_policy": false,
				"principals": {},
			},
		},
	},
}) == [true]

test_principals_unread if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"user_rights": {
			"SeServiceLogonRight": {
				"defined_by_policy": true,
			},
		},
	},
}) == []
