package mdi.rules.service_account.may_read_the_domain_test

import data.mdi.rules.service_account.may_read_the_domain

_read(given) := [answer | answer := may_read_the_domain.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"dsa": {
			"accounts": {
				"mdisvc01$@contoso.com": {
					"serves": {
						"contoso.com": true,
					},
				},
			},
		},
	},
	"subject": {
		"kind": "domain",
		"key": "contoso.com",
	},
	"domain": {
		"read_restricted_ous": {},
	},
	"accounts": {
		"mdisvc01$@contoso.com": {
			"sid": "S-1-5-21-1004336348-1177238915-682003330-1119",
			"member_of": {
				"S-1-5-21-1004336348-1177238915-682003330-1120": true,
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
			"accounts": {
				"mdisvc01$@contoso.com": {
					"serves": {
						"contoso.com": true,
					},
				},
			},
		},
	},
	"subject": {
		"kind": "domain",
		"key": "contoso.com",
	},
	"domain": {
		"read_restricted_ous": {
			"ou=hr,dc=contoso,dc=com": {
				"dacl": {
					"A;CI;0x000f01ff;;;S-1-5-18": {
						"type": "allow",
						"sid": "S-1-5-18",
						"mask": 983551,
						"flags": 2,
						"object_type": "00000000-0000-0000-0000-000000000000",
						"inherited_object_type": "00000000-0000-0000-0000-000000000000",
					},
				},
			},
		},
	},
	"accounts": {
		"mdisvc01$@contoso.com": {
			"sid": "S-1-5-21-1004336348-1177238915-682003330-1119",
			"member_of": {
				"S-1-5-21-1004336348-1177238915-682003330-1120": true,
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
	"spec": {
		"dsa": {
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
				"accounts": {
					"mdisvc01$@contoso.com": {
						"serves": {
							"contoso.com": true,
						},
					},
				},
			},
		},
		"subject": {
			"kind": "domain",
			"key": "contoso.com",
		},
		"domain": {
			"read_restricted_ous": {},
		},
		"accounts": {
			"mdisvc01$@contoso.com": {
				"sid": "S-1-5-21-1004336348-1177238915-682003330-1119",
				"member_of": {
					"S-1-5-21-1004336348-1177238915-682003330-1120": true,
				},
			},
		},
	}
	count([observed | observed := may_read_the_domain.observed with input as given]) == 1
	count([required | required := may_read_the_domain.required with input as given]) == 1
}

test_a_grant_of_its_own if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"dsa": {
			"accounts": {
				"mdisvc01$@contoso.com": {
					"serves": {
						"contoso.com": true,
					},
				},
			},
		},
	},
	"subject": {
		"kind": "domain",
		"key": "contoso.com",
	},
	"domain": {
		"read_restricted_ous": {
			"ou=hr,dc=contoso,dc=com": {
				"dacl": {
					"A;CI;0x00000010;;;S-1-5-21-1004336348-1177238915-682003330-1120": {
						"type": "allow",
						"sid": "S-1-5-21-1004336348-1177238915-682003330-1120",
						"mask": 16,
						"flags": 2,
						"object_type": "00000000-0000-0000-0000-000000000000",
						"inherited_object_type": "00000000-0000-0000-0000-000000000000",
					},
				},
			},
		},
	},
	"accounts": {
		"mdisvc01$@contoso.com": {
			"sid": "S-1-5-21-1004336348-1177238915-682003330-1119",
			"member_of": {
				"S-1-5-21-1004336348-1177238915-682003330-1120": true,
			},
		},
	},
}) == [true]

test_entries_unread if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"dsa": {
			"accounts": {
				"mdisvc01$@contoso.com": {
					"serves": {
						"contoso.com": true,
					},
				},
			},
		},
	},
	"subject": {
		"kind": "domain",
		"key": "contoso.com",
	},
	"domain": {
		"read_restricted_ous": {
			"ou=hr,dc=contoso,dc=com": {},
		},
	},
	"accounts": {
		"mdisvc01$@contoso.com": {
			"sid": "S-1-5-21-1004336348-1177238915-682003330-1119",
			"member_of": {
				"S-1-5-21-1004336348-1177238915-682003330-1120": true,
			},
		},
	},
}) == []
