package mdi.rules.remote_sam.account_gone_test

import data.mdi.rules.remote_sam.account_gone

_read(given) := [answer | answer := account_gone.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"remote_sam": "retired",
		"dsa": {
			"accounts": {
				"mdisvc01$@contoso.com": {},
			},
		},
	},
	"accounts": {
		"mdisvc01$@contoso.com": {
			"sid": "S-1-5-21-1004336348-1177238915-682003330-1119",
		},
	},
	"server": {
		"remote_sam_access": {},
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"remote_sam": "retired",
		"dsa": {
			"accounts": {
				"mdisvc01$@contoso.com": {},
			},
		},
	},
	"accounts": {
		"mdisvc01$@contoso.com": {
			"sid": "S-1-5-21-1004336348-1177238915-682003330-1119",
		},
	},
	"server": {
		"remote_sam_access": {
			"A;;0x00020000;;;S-1-5-21-1004336348-1177238915-682003330-1119": {
				"type": "allow",
				"sid": "S-1-5-21-1004336348-1177238915-682003330-1119",
				"mask": 131072,
				"flags": 0,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "00000000-0000-0000-0000-000000000000",
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
		"remote_sam": "retired",
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
			"remote_sam": "retired",
			"dsa": {
				"accounts": {
					"mdisvc01$@contoso.com": {},
				},
			},
		},
		"accounts": {
			"mdisvc01$@contoso.com": {
				"sid": "S-1-5-21-1004336348-1177238915-682003330-1119",
			},
		},
		"server": {
			"remote_sam_access": {},
		},
	}
	count([observed | observed := account_gone.observed with input as given]) == 1
	count([required | required := account_gone.required with input as given]) == 1
}

test_administrators_stay if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"remote_sam": "retired",
		"dsa": {
			"accounts": {
				"mdisvc01$@contoso.com": {},
			},
		},
	},
	"accounts": {
		"mdisvc01$@contoso.com": {
			"sid": "S-1-5-21-1004336348-1177238915-682003330-1119",
		},
	},
	"server": {
		"remote_sam_access": {
			"A;;0x00020000;;;S-1-5-32-544": {
				"type": "allow",
				"sid": "S-1-5-32-544",
				"mask": 131072,
				"flags": 0,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "00000000-0000-0000-0000-000000000000",
			},
		},
	},
}) == [true]

_applies(given) := [answer | answer := account_gone.applies with input as given]

test_applies_after_retirement if {
	every c in [
		[{"spec": {"remote_sam": "retired"}}, [true]],
		[{"spec": {"remote_sam": "configured"}}, [false]],
		[{"spec": {}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}

_access(sid, accounts) := {
	"spec": {"dsa": {"accounts": {"a": {}, "b": {}}}},
	"accounts": accounts,
	"server": {"remote_sam_access": {"e": {"sid": sid}}},
}

test_each_account_counts if {
	accounts := {"a": {"sid": "S-1"}, "b": {"sid": "S-2"}}
	_read(_access("S-1", accounts)) == [false]
	_read(_access("S-2", accounts)) == [false]
	_read(_access("S-3", object.union(accounts, {"c": {"sid": "S-3"}}))) == [true]
	_read(object.remove(_access("S-1", accounts), {"server"})) == []
}

test_half_of_it_is_enough_to_fail_only if {
	accounts := {"a": {"sid": "S-1"}, "b": {}}
	_read(_access("S-1", accounts)) == [false]
	_read(_access("S-3", accounts)) == []
}
