package mdi.rules.service_account.is_managed_test

import data.mdi.rules.service_account.is_managed

_read(given) := [answer | answer := is_managed.compliant with input as given]

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
		"class": "gmsa",
	},
	"subject": {
		"kind": "account",
		"key": "mdisvc01$@contoso.com",
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
		"class": "user",
	},
	"subject": {
		"kind": "account",
		"key": "mdisvc01$@contoso.com",
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
			"class": "gmsa",
		},
		"subject": {
			"kind": "account",
			"key": "mdisvc01$@contoso.com",
		},
	}
	count([observed | observed := is_managed.observed with input as given]) == 1
	count([required | required := is_managed.required with input as given]) == 1
}

test_dmsa_is_not_supported if _read({
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
		"class": "dmsa",
	},
	"subject": {
		"kind": "account",
		"key": "mdisvc01$@contoso.com",
	},
}) == [false]

_applies(given) := [answer | answer := is_managed.applies with input as given]

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
