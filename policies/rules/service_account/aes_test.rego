package mdi.rules.service_account.aes_test

import data.mdi.rules.service_account.aes

_read(given) := [answer | answer := aes.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"dsa": {
			"accounts": {
				"mdisvc01$@contoso.com": {},
			},
		},
	},
	"account": {
		"exists": true,
		"encryption_types": 24,
	},
	"subject": {
		"kind": "account",
		"key": "mdisvc01$@contoso.com",
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"dsa": {
			"accounts": {
				"mdisvc01$@contoso.com": {},
			},
		},
	},
	"account": {
		"exists": true,
		"encryption_types": 4,
	},
	"subject": {
		"kind": "account",
		"key": "mdisvc01$@contoso.com",
	},
}) == [false]

test_was_not_read if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"dsa": {
			"accounts": {
				"mdisvc01$@contoso.com": {},
			},
		},
	},
}) == []

test_shows_its_evidence if {
	given := {
		"run": {
			"now": "2026-11-24T09:00:00Z",
			"policy_date": "2026-11-24",
			"profile": "v2-current",
		},
		"spec": {
			"dsa": {
				"accounts": {
					"mdisvc01$@contoso.com": {},
				},
			},
		},
		"account": {
			"exists": true,
			"encryption_types": 24,
		},
		"subject": {
			"kind": "account",
			"key": "mdisvc01$@contoso.com",
		},
	}
	count([observed | observed := aes.observed with input as given]) == 1
	count([required | required := aes.required with input as given]) == 1
}

test_rc4_besides if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"dsa": {
			"accounts": {
				"mdisvc01$@contoso.com": {},
			},
		},
	},
	"account": {
		"exists": true,
		"encryption_types": 28,
	},
	"subject": {
		"kind": "account",
		"key": "mdisvc01$@contoso.com",
	},
}) == [true]

test_half_of_it if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"dsa": {
			"accounts": {
				"mdisvc01$@contoso.com": {},
			},
		},
	},
	"account": {
		"exists": true,
		"encryption_types": 8,
	},
	"subject": {
		"kind": "account",
		"key": "mdisvc01$@contoso.com",
	},
}) == [false]

test_not_set if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"dsa": {
			"accounts": {
				"mdisvc01$@contoso.com": {},
			},
		},
	},
	"account": {
		"exists": true,
		"encryption_types": 0,
	},
	"subject": {
		"kind": "account",
		"key": "mdisvc01$@contoso.com",
	},
}) == [false]
