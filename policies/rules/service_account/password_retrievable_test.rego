package mdi.rules.service_account.password_retrievable_test

import data.mdi.rules.service_account.password_retrievable

_read(given) := [answer | answer := password_retrievable.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"dsa": {
			"kind": "gmsa",
			"accounts": {
				"mdisvc01$@contoso.com": {
					"serves": {
						"contoso.com": true,
					},
				},
			},
		},
	},
	"server": {
		"domain": "contoso.com",
		"sid": "S-1-5-21-1004336348-1177238915-682003330-1001",
		"member_of": {
			"S-1-5-21-1004336348-1177238915-682003330-516": true,
		},
	},
	"accounts": {
		"mdisvc01$@contoso.com": {
			"password_readers": {
				"S-1-5-21-1004336348-1177238915-682003330-516": true,
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
	"spec": {
		"dsa": {
			"kind": "gmsa",
			"accounts": {
				"mdisvc01$@contoso.com": {
					"serves": {
						"contoso.com": true,
					},
				},
			},
		},
	},
	"server": {
		"domain": "contoso.com",
		"sid": "S-1-5-21-1004336348-1177238915-682003330-1001",
		"member_of": {},
	},
	"accounts": {
		"mdisvc01$@contoso.com": {
			"password_readers": {},
		},
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
			"kind": "gmsa",
			"accounts": {
				"mdisvc01$@contoso.com": {
					"serves": {
						"contoso.com": true,
					},
				},
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
				"kind": "gmsa",
				"accounts": {
					"mdisvc01$@contoso.com": {
						"serves": {
							"contoso.com": true,
						},
					},
				},
			},
		},
		"server": {
			"domain": "contoso.com",
			"sid": "S-1-5-21-1004336348-1177238915-682003330-1001",
			"member_of": {
				"S-1-5-21-1004336348-1177238915-682003330-516": true,
			},
		},
		"accounts": {
			"mdisvc01$@contoso.com": {
				"password_readers": {
					"S-1-5-21-1004336348-1177238915-682003330-516": true,
				},
			},
		},
	}
	count([observed | observed := password_retrievable.observed with input as given]) == 1
	count([required | required := password_retrievable.required with input as given]) == 1
}
