package mdi.rules.service_account.account_exists_test

import data.mdi.rules.service_account.account_exists

_read(given) := [answer | answer := account_exists.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"workspace": {
		"dsa_entries": {
			"mdisvc01$@contoso.com": {
				"account_name": "mdiSvc01$",
				"domain_name": "contoso.com",
				"type": "gmsa",
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
	"workspace": {
		"dsa_entries": {},
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
	"spec": {
		"dsa": {
			"absence_accepted": true,
		},
	},
	"workspace": {
		"dsa_entries": {},
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
		"workspace": {
			"dsa_entries": {
				"mdisvc01$@contoso.com": {
					"account_name": "mdiSvc01$",
					"domain_name": "contoso.com",
					"type": "gmsa",
				},
			},
		},
	}
	count([observed | observed := account_exists.observed with input as given]) == 1
	count([required | required := account_exists.required with input as given]) == 1
}
