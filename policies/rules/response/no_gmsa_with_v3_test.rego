package mdi.rules.response.no_gmsa_with_v3_test

import data.mdi.rules.response.no_gmsa_with_v3

_read(given) := [answer | answer := no_gmsa_with_v3.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"workspace": {
		"action_account_mode": "local_system",
		"action_accounts": {},
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"workspace": {
		"action_account_mode": "gmsa",
		"action_accounts": {
			"mdiact01$@contoso.com": {
				"domain_name": "contoso.com",
			},
		},
	},
}) == [false]

test_was_not_read if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
}) == []

test_shows_its_evidence if {
	given := {
		"run": {
			"now": "2026-11-24T09:00:00Z",
			"policy_date": "2026-11-24",
			"profile": "v3-current",
		},
		"spec": {},
		"workspace": {
			"action_account_mode": "local_system",
			"action_accounts": {},
		},
	}
	[observed | observed := no_gmsa_with_v3.observed with input as given] == [{"accounts": set(), "mode": "local_system"}]
	count([required | required := no_gmsa_with_v3.required with input as given]) == 1
}

test_an_account_left_over if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"workspace": {
		"action_account_mode": "local_system",
		"action_accounts": {
			"mdiact01$@contoso.com": {},
		},
	},
}) == [false]

test_boundary_2 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"workspace": {
		"action_account_mode": "gmsa",
	},
}) == [false]

_applies(given) := [answer | answer := no_gmsa_with_v3.applies with input as given]

test_applies_where_the_mode_is_known if {
	every c in [
		[{"workspace": {"action_account_mode": "gmsa"}}, [true]],
		[{"workspace": {"action_account_mode": "local_system"}}, [true]],
		[{"workspace": {"action_account_mode": "none"}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}

test_another_mode_fails_without_accounts if {
	every c in [
		[{"workspace": {"action_account_mode": "gmsa", "action_accounts": {}}}, [false]],
	] {
		_read(c[0]) == c[1]
	}
}
