package mdi.rules.service_account.deleted_objects_test

import data.mdi.rules.service_account.deleted_objects

_read(given) := [answer | answer := deleted_objects.compliant with input as given]

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
		"deleted_objects_dacl": {
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
				"member_of": {
					"S-1-5-21-1004336348-1177238915-682003330-1120": true,
				},
			},
		},
	}
	[observed | observed := deleted_objects.observed with input as given] == [{"mdisvc01$@contoso.com": "0x14"}]
	[required | required := deleted_objects.required with input as given] == ["0x14"]
}

test_ec_75_directly if _read({
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
			"member_of": {
				"S-1-5-21-1004336348-1177238915-682003330-1120": true,
			},
		},
	},
}) == [true]

test_ec_75_generic_read if _read({
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
			"A;CI;0x00020094;;;S-1-5-21-1004336348-1177238915-682003330-1120": {
				"type": "allow",
				"sid": "S-1-5-21-1004336348-1177238915-682003330-1120",
				"mask": 131220,
				"flags": 2,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "00000000-0000-0000-0000-000000000000",
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

test_ec_75_deny if _read({
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
			"D;CI;0x00000010;;;S-1-5-21-1004336348-1177238915-682003330-1119": {
				"type": "deny",
				"sid": "S-1-5-21-1004336348-1177238915-682003330-1119",
				"mask": 16,
				"flags": 2,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "00000000-0000-0000-0000-000000000000",
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

test_two_entries_add_up if _read({
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
			"A;CI;0x00000010;;;S-1-5-21-1004336348-1177238915-682003330-1120": {
				"type": "allow",
				"sid": "S-1-5-21-1004336348-1177238915-682003330-1120",
				"mask": 16,
				"flags": 2,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "00000000-0000-0000-0000-000000000000",
			},
			"A;CI;0x00000004;;;S-1-5-21-1004336348-1177238915-682003330-1119": {
				"type": "allow",
				"sid": "S-1-5-21-1004336348-1177238915-682003330-1119",
				"mask": 4,
				"flags": 2,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "00000000-0000-0000-0000-000000000000",
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

test_nobody if _read({
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
		"deleted_objects_dacl": {},
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

_given := {
	"subject": {"key": "contoso.com"},
	"spec": {"dsa": {"accounts": {"a": {"serves": {"contoso.com": true}}, "b": {"serves": {"fabrikam.com": true}}}}},
	"accounts": {"a": {"sid": "S-1", "class": "gmsa", "member_of": {"S-9": true}}, "b": {"sid": "S-2", "class": "gmsa", "member_of": {}}},
}

_allow(sid, mask) := {"type": "allow", "sid": sid, "mask": mask, "flags": 0, "object_type": "00000000-0000-0000-0000-000000000000"}

_without(part) := object.union(object.remove(_given, {"accounts"}), {"accounts": {"a": object.remove(_given.accounts.a, {part}), "b": _given.accounts.b}})

_listed(sid, mask) := {"domain": {"deleted_objects_dacl": {"e": _allow(sid, mask)}}}

test_rights_of_the_account_or_of_its_groups_count if {
	every sid in ["S-1", "S-9"] {
		_read(object.union(_given, _listed(sid, 20))) == [true]
		_read(object.union(_given, _listed(sid, 16))) == [false]
	}
	_read(object.union(_given, _listed("S-2", 20))) == [false]
}

test_what_was_not_read_is_unknown if {
	_read(_given) == []
	every part in ["sid", "member_of"] {
		_read(object.union(_without(part), _listed("S-9", 20))) == []
	}
	_read(object.union(_given, object.union(_listed("S-1", 20), {"subject": {"key": "example.com"}}))) == []
}

# Nothing has to be known of the list, or of the other accounts, when there is no such account.
test_an_account_that_is_not_there_reads_nothing if {
	missing := {"accounts": {"a": {"exists": false}, "b": _given.accounts.b}}
	_read(object.union(object.remove(_given, {"accounts"}), missing)) == [false]
	_read(object.union(object.remove(_given, {"accounts"}), object.union(missing, _listed("S-9", 20)))) == [false]
	_read(object.union(object.union(_given, {"accounts": {"b": {"exists": false}}}), _listed("S-1", 20))) == [true]
	_read(object.union(object.union(_given, {"accounts": {"a": {"exists": true}}}), _listed("S-1", 20))) == [true]
	_read(object.union(object.union(_given, {"accounts": {"a": {"exists": false}}}), _listed("S-9", 20))) == [false]
}
