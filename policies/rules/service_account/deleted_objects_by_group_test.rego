package mdi.rules.service_account.deleted_objects_by_group_test

import data.mdi.rules.service_account.deleted_objects_by_group

_read(given) := [answer | answer := deleted_objects_by_group.compliant with input as given]

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
		"deleted_objects_dacl": {
			"A;CI;0x00000014;;;S-1-5-21-1004336348-1177238915-682003330-1120": {
				"type": "allow",
				"sid": "S-1-5-21-1004336348-1177238915-682003330-1120",
				"mask": 20,
				"flags": 2,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "00000000-0000-0000-0000-000000000000",
			},
		},
	},
	"accounts": {
		"mdisvc01$@contoso.com": {
			"sid": "S-1-5-21-1004336348-1177238915-682003330-1119",
			"class": "gmsa",
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
		"deleted_objects_dacl": {
			"A;CI;0x00000014;;;S-1-5-21-1004336348-1177238915-682003330-1119": {
				"type": "allow",
				"sid": "S-1-5-21-1004336348-1177238915-682003330-1119",
				"mask": 20,
				"flags": 2,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "00000000-0000-0000-0000-000000000000",
			},
		},
	},
	"accounts": {
		"mdisvc01$@contoso.com": {
			"sid": "S-1-5-21-1004336348-1177238915-682003330-1119",
			"class": "gmsa",
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
			"deleted_objects_dacl": {
				"A;CI;0x00000014;;;S-1-5-21-1004336348-1177238915-682003330-1120": {
					"type": "allow",
					"sid": "S-1-5-21-1004336348-1177238915-682003330-1120",
					"mask": 20,
					"flags": 2,
					"object_type": "00000000-0000-0000-0000-000000000000",
					"inherited_object_type": "00000000-0000-0000-0000-000000000000",
				},
			},
		},
		"accounts": {
			"mdisvc01$@contoso.com": {
				"sid": "S-1-5-21-1004336348-1177238915-682003330-1119",
				"class": "gmsa",
			},
		},
	}
	count([observed | observed := deleted_objects_by_group.observed with input as given]) == 1
	count([required | required := deleted_objects_by_group.required with input as given]) == 1
}

test_a_user_may if _read({
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
		"deleted_objects_dacl": {
			"A;CI;0x00000014;;;S-1-5-21-1004336348-1177238915-682003330-1119": {
				"type": "allow",
				"sid": "S-1-5-21-1004336348-1177238915-682003330-1119",
				"mask": 20,
				"flags": 2,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "00000000-0000-0000-0000-000000000000",
			},
		},
	},
	"accounts": {
		"mdisvc01$@contoso.com": {
			"sid": "S-1-5-21-1004336348-1177238915-682003330-1119",
			"class": "user",
		},
	},
}) == [true]
