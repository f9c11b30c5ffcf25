package mdi.rules.service_account.password_lasts_test

import data.mdi.rules.service_account.password_lasts

_read(given) := [answer | answer := password_lasts.compliant with input as given]

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
		"class": "gmsa",
		"password_expires": false,
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
		"class": "user",
		"password_expires": true,
		"password_expires_at": "2026-12-24T08:59:59Z",
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
			"class": "gmsa",
			"password_expires": false,
		},
		"subject": {
			"kind": "account",
			"key": "mdisvc01$@contoso.com",
		},
	}
	count([observed | observed := password_lasts.observed with input as given]) == 1
	count([required | required := password_lasts.required with input as given]) == 1
}

test_thirty_days_left if _read({
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
		"class": "user",
		"password_expires": true,
		"password_expires_at": "2026-12-24T09:00:00Z",
	},
	"subject": {
		"kind": "account",
		"key": "mdisvc01$@contoso.com",
	},
}) == [true]

test_expired if _read({
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
		"class": "user",
		"password_expires": true,
		"password_expires_at": "2026-11-01T00:00:00Z",
	},
	"subject": {
		"kind": "account",
		"key": "mdisvc01$@contoso.com",
	},
}) == [false]

test_never if _read({
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
		"class": "user",
		"password_expires": false,
	},
	"subject": {
		"kind": "account",
		"key": "mdisvc01$@contoso.com",
	},
}) == [true]

test_day_unread if _read({
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
		"class": "user",
		"password_expires": true,
	},
	"subject": {
		"kind": "account",
		"key": "mdisvc01$@contoso.com",
	},
}) == []
