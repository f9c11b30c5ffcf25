package mdi.rules.service_account.no_power_test

import data.mdi.rules.service_account.no_power

_read(given) := [answer | answer := no_power.compliant with input as given]

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
		"member_of": {
			"S-1-5-11": true,
			"S-1-5-21-1004336348-1177238915-682003330-515": true,
		},
	},
	"subject": {
		"kind": "account",
		"key": "mdisvc01$@contoso.com",
	},
	"domain": {
		"sid": "S-1-5-21-1004336348-1177238915-682003330",
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
		"member_of": {
			"S-1-5-21-1004336348-1177238915-682003330-512": true,
		},
	},
	"subject": {
		"kind": "account",
		"key": "mdisvc01$@contoso.com",
	},
	"domain": {
		"sid": "S-1-5-21-1004336348-1177238915-682003330",
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
			"member_of": {
				"S-1-5-11": true,
				"S-1-5-21-1004336348-1177238915-682003330-515": true,
			},
		},
		"subject": {
			"kind": "account",
			"key": "mdisvc01$@contoso.com",
		},
		"domain": {
			"sid": "S-1-5-21-1004336348-1177238915-682003330",
		},
	}
	count([observed | observed := no_power.observed with input as given]) == 1
	count([required | required := no_power.required with input as given]) == 1
}

test_administrators if _read({
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
		"member_of": {
			"S-1-5-32-544": true,
		},
	},
	"subject": {
		"kind": "account",
		"key": "mdisvc01$@contoso.com",
	},
	"domain": {
		"sid": "S-1-5-21-1004336348-1177238915-682003330",
	},
}) == [false]

test_another_number if _read({
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
		"member_of": {
			"S-1-5-21-1004336348-1177238915-682003330-5120": true,
		},
	},
	"subject": {
		"kind": "account",
		"key": "mdisvc01$@contoso.com",
	},
	"domain": {
		"sid": "S-1-5-21-1004336348-1177238915-682003330",
	},
}) == [true]

_applies(given) := [answer | answer := no_power.applies with input as given]

test_applies_to_existing_accounts_of_the_spec if {
	every c in [
		[{"subject": {"key": "a"}, "spec": {"dsa": {"accounts": {"a": {}}}}, "account": {"exists": true}}, [true]],
		[{"subject": {"key": "a"}, "spec": {"dsa": {"accounts": {"a": {}}}}, "account": {"exists": false}}, [false]],
		[{"subject": {"key": "a"}, "spec": {"dsa": {"accounts": {"a": {}}}}}, []],
		[{"subject": {"key": "b"}, "spec": {"dsa": {"accounts": {"a": {}}}}, "account": {"exists": true}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}

_member(groups) := {"account": {"member_of": groups}, "domain": {"sid": "S-1-5-21-1"}}

test_each_powerful_group_counts if {
	every sid in ["S-1-5-32-544", "S-1-5-32-548", "S-1-5-32-549", "S-1-5-32-550", "S-1-5-32-551", "S-1-5-32-552"] {
		_read(_member({sid: true})) == [false]
		_read({"account": {"member_of": {sid: true}}}) == [false]
	}
	every rid in [512, 516, 517, 518, 519, 520] {
		_read(_member({sprintf("S-1-5-21-1-%d", [rid]): true})) == [false]
		_read(_member({sprintf("S-1-5-21-2-%d", [rid]): true})) == [true]
	}
}

test_half_of_it_is_unknown if {
	_read({"account": {"member_of": {}}}) == []
	_read({"domain": {"sid": "S-1-5-21-1"}}) == []
}
