package mdi.rules.service_account.aes_test

import data.mdi.rules.service_account.aes

_read(given) := [answer | answer := aes.compliant with input as given]

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
		"encryption_types": 24,
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
		"encryption_types": 4,
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
			"encryption_types": 24,
		},
		"subject": {
			"kind": "account",
			"key": "mdisvc01$@contoso.com",
		},
	}
	[observed | observed := aes.observed with input as given] == ["0x18"]
	count([required | required := aes.required with input as given]) == 1
}

test_rc4_besides if _read({
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
		"encryption_types": 28,
	},
	"subject": {
		"kind": "account",
		"key": "mdisvc01$@contoso.com",
	},
}) == [true]

test_half_of_it if _read({
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
		"encryption_types": 8,
	},
	"subject": {
		"kind": "account",
		"key": "mdisvc01$@contoso.com",
	},
}) == [false]

test_not_set if _read({
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
		"encryption_types": 0,
	},
	"subject": {
		"kind": "account",
		"key": "mdisvc01$@contoso.com",
	},
}) == [false]

_applies(given) := [answer | answer := aes.applies with input as given]

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

test_both_kinds_count if {
	every c in [
		[{"account": {"encryption_types": 24}}, [true]],
		[{"account": {"encryption_types": 31}}, [true]],
		[{"account": {"encryption_types": 8}}, [false]],
		[{"account": {"encryption_types": 16}}, [false]],
		[{"account": {"encryption_types": 25}}, [true]],
	] {
		_read(c[0]) == c[1]
	}
}
