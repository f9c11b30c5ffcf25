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

_given := {
	"subject": {"key": "contoso.com"},
	"spec": {"dsa": {"accounts": {"a": {"serves": {"contoso.com": true}}, "b": {"serves": {"fabrikam.com": true}}}}},
	"accounts": {"a": {"sid": "S-1", "class": "gmsa", "member_of": {"S-9": true}}, "b": {"sid": "S-2", "class": "gmsa", "member_of": {}}},
}

_allow(sid, mask) := {"type": "allow", "sid": sid, "mask": mask, "flags": 0, "object_type": "00000000-0000-0000-0000-000000000000"}

_without(part) := object.union(object.remove(_given, {"accounts"}), {"accounts": {"a": object.remove(_given.accounts.a, {part}), "b": _given.accounts.b}})

_listed(sid, type) := {"domain": {"deleted_objects_dacl": {"e": object.union(_allow(sid, 20), {"type": type})}}}

test_only_grants_to_the_account_itself_count if {
	_read(object.union(_given, _listed("S-1", "allow"))) == [false]
	_read(object.union(_given, _listed("S-1", "deny"))) == [true]
	_read(object.union(_given, _listed("S-9", "allow"))) == [true]
	_read(object.union(_given, _listed("S-2", "allow"))) == [true]
	_read(object.union(object.union(_given, {"accounts": {"a": {"class": "user"}}}), _listed("S-1", "allow"))) == [true]
}

test_what_was_not_read_is_unknown if {
	_read(_given) == []
	every part in ["sid", "class"] {
		_read(object.union(_without(part), _listed("S-1", "allow"))) == []
	}
	_read(object.union(_given, object.union(_listed("S-1", "allow"), {"subject": {"key": "example.com"}}))) == []
}

test_one_is_enough_to_fail if {
	given := object.union(_without("sid"), _listed("S-2", "allow"))
	_read(object.union(given, {"spec": {"dsa": {"accounts": {"b": {"serves": {"contoso.com": true}}}}}})) == [false]
}
