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

_given := {
	"subject": {"key": "contoso.com"},
	"spec": {"dsa": {"accounts": {"a": {"serves": {"contoso.com": true}}, "b": {"serves": {"fabrikam.com": true}}}}},
	"accounts": {"a": {"sid": "S-1", "class": "gmsa", "member_of": {"S-9": true}}, "b": {"sid": "S-2", "class": "gmsa", "member_of": {}}},
}

_allow(sid, mask) := {"type": "allow", "sid": sid, "mask": mask, "flags": 0, "object_type": "00000000-0000-0000-0000-000000000000"}

_without(part) := object.union(object.remove(_given, {"accounts"}), {"accounts": {"a": object.remove(_given.accounts.a, {part}), "b": _given.accounts.b}})

_closed(sid, mask) := {"domain": {"read_restricted_ous": {"ou=a": {"dacl": {"e": _allow(sid, mask)}}}}}

test_rights_of_the_account_or_of_its_groups_count if {
	every sid in ["S-1", "S-9"] {
		_read(object.union(_given, _closed(sid, 16))) == [true]
		_read(object.union(_given, _closed(sid, 15))) == [false]
	}
	_read(object.union(_given, _closed("S-2", 16))) == [false]
}

test_what_was_not_read_is_unknown if {
	_read(_given) == []
	every part in ["sid", "member_of"] {
		_read(object.union(_without(part), _closed("S-9", 16))) == []
	}
	_read(object.union(_given, {"domain": {"read_restricted_ous": {"ou=a": {}}}})) == []
	_read(object.union(_given, object.union(_closed("S-1", 16), {"subject": {"key": "example.com"}}))) == []
}

test_names_unit_and_account if {
	observed := may_read_the_domain.observed with input as object.union(_given, _closed("S-2", 16))
	observed == {"ou=a: a"}
}
