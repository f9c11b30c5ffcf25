package mdi.rules.people.sizing_account_test

import data.mdi.rules.people.sizing_account

_read(given) := [answer | answer := sizing_account.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"subject": {
		"kind": "account",
		"key": "alice@contoso.com",
	},
	"account": {
		"duties": {
			"run_sizing": true,
		},
		"member_of": {
			"S-1-5-21-1004336348-1177238915-682003330-512": true,
		},
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
	"spec": {},
	"subject": {
		"kind": "account",
		"key": "alice@contoso.com",
	},
	"account": {
		"duties": {
			"run_sizing": true,
		},
		"member_of": {
			"S-1-5-21-1004336348-1177238915-682003330-512": true,
			"S-1-5-21-1004336348-1177238915-682003330-525": true,
		},
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
	"spec": {},
}) == []

test_shows_its_evidence if {
	given := {
		"run": {
			"now": "2026-11-24T09:00:00Z",
			"policy_date": "2026-11-24",
			"profile": "v2-current",
		},
		"spec": {},
		"subject": {
			"kind": "account",
			"key": "alice@contoso.com",
		},
		"account": {
			"duties": {
				"run_sizing": true,
			},
			"member_of": {
				"S-1-5-21-1004336348-1177238915-682003330-512": true,
			},
		},
		"domain": {
			"sid": "S-1-5-21-1004336348-1177238915-682003330",
		},
	}
	count([observed | observed := sizing_account.observed with input as given]) == 1
	count([required | required := sizing_account.required with input as given]) == 1
}

test_no_administrator if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"subject": {
		"kind": "account",
		"key": "alice@contoso.com",
	},
	"account": {
		"duties": {
			"run_sizing": true,
		},
		"member_of": {
			"S-1-5-21-1004336348-1177238915-682003330-513": true,
		},
	},
	"domain": {
		"sid": "S-1-5-21-1004336348-1177238915-682003330",
	},
}) == [false]

_applies(given) := [answer | answer := sizing_account.applies with input as given]

test_applies_to_people_with_the_duty if {
	every c in [
		[{"subject": {"key": "a"}, "spec": {}, "account": {"duties": {"run_sizing": true}}}, [true]],
		[{"subject": {"key": "a"}, "spec": {}, "account": {"duties": {"run_sizing": false}}}, [false]],
		[{"subject": {"key": "a"}, "spec": {}}, []],
		[{"subject": {"key": "a"}, "spec": {"dsa": {"accounts": {"a": {}}}}, "account": {"duties": {"run_sizing": true}}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}
