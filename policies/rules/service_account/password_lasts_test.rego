package mdi.rules.service_account.password_lasts_test

import data.mdi.rules.service_account.password_lasts

_read(given) := [answer | answer := password_lasts.compliant with input as given]

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
		"password_expires": false,
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
		"password_expires": true,
		"password_expires_at": "2026-12-24T08:59:59Z",
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
			"password_expires": false,
		},
		"subject": {
			"kind": "account",
			"key": "mdisvc01$@contoso.com",
		},
	}
	[observed | observed := password_lasts.observed with input as given] == [{"at": "never", "expires": false}]
	[required | required := password_lasts.required with input as given] == ["not within 30 days"]
}

test_thirty_days_left if _read({
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
		"password_expires": true,
		"password_expires_at": "2026-12-24T09:00:00Z",
	},
	"subject": {
		"kind": "account",
		"key": "mdisvc01$@contoso.com",
	},
}) == [true]

test_expired if _read({
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
		"password_expires": true,
		"password_expires_at": "2026-11-01T00:00:00Z",
	},
	"subject": {
		"kind": "account",
		"key": "mdisvc01$@contoso.com",
	},
}) == [false]

test_never if _read({
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
		"password_expires": false,
	},
	"subject": {
		"kind": "account",
		"key": "mdisvc01$@contoso.com",
	},
}) == [true]

test_day_unread if _read({
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
		"password_expires": true,
	},
	"subject": {
		"kind": "account",
		"key": "mdisvc01$@contoso.com",
	},
}) == []

_applies(given) := [answer | answer := password_lasts.applies with input as given]

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

_account(class, expires, at) := {"run": {"now": "2026-11-24T09:00:00Z"}, "account": {"class": class, "password_expires": expires, "password_expires_at": at}}

test_thirty_days_are_the_edge_of_a_password_that_expires if {
	_read(_account("user", true, "2026-12-24T09:00:00Z")) == [true]
	_read(_account("user", true, "2026-12-24T08:59:59Z")) == [false]
	_read(_account("user", false, "2026-12-24T08:59:59Z")) == [true]
	_read(_account("gmsa", true, "2026-12-24T08:59:59Z")) == [true]
	_read({"account": {"class": "gmsa"}}) == [true]
}

_observed(given) := [answer | answer := password_lasts.observed with input as given]

test_shows_when if {
	every c in [
		[_account("user", true, "2026-12-24T09:00:00Z"), [{"expires": true, "at": "2026-12-24T09:00:00Z"}]],
	] {
		_observed(c[0]) == c[1]
	}
}
