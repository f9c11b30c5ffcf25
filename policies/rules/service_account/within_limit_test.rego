package mdi.rules.service_account.within_limit_test

import data.mdi.rules.service_account.within_limit

_read(given) := [answer | answer := within_limit.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"workspace": {
		"dsa_entries": {},
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"workspace": {
		"credential_limit": 0,
		"dsa_entries": {
			"mdisvc01$@contoso.com": {},
		},
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
		"workspace": {
			"dsa_entries": {},
		},
	}
	count([observed | observed := within_limit.observed with input as given]) == 1
	count([required | required := within_limit.required with input as given]) == 1
}

_names(from, to) := {sprintf("a%d", [i]): {} | some i in numbers.range(from, to)}

test_the_limit_is_thirty_accounts_of_both_lists if {
	_read({"spec": {}, "workspace": {"dsa_entries": _names(1, 30)}}) == [true]
	_read({"spec": {}, "workspace": {"dsa_entries": _names(1, 31)}}) == [false]
	_read({"spec": {"dsa": {"accounts": _names(16, 30)}}, "workspace": {"dsa_entries": _names(1, 20)}}) == [true]
	_read({"spec": {"dsa": {"accounts": _names(16, 31)}}, "workspace": {"dsa_entries": _names(1, 20)}}) == [false]
}
