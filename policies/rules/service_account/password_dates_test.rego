package mdi.rules.service_account.password_dates_test

import data.mdi.rules.service_account.password_dates

_read(given) := [answer | answer := password_dates.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"account": {
		"class": "gmsa",
		"password_last_set_at": "2026-11-01T05:00:00Z",
		"last_logon_at": "2026-11-22T06:00:00Z",
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"account": {
		"class": "gmsa",
		"password_last_set_at": "2027-11-01T05:00:00Z",
		"last_logon_at": "2026-11-22T06:00:00Z",
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
		"account": {
			"class": "gmsa",
			"password_last_set_at": "2026-11-01T05:00:00Z",
			"last_logon_at": "2026-11-22T06:00:00Z",
		},
	}
	count([observed | observed := password_dates.observed with input as given]) == 1
	[required | required := password_dates.required with input as given] == ["not after 2026-11-24T09:00:00Z"]
}

_applies(given) := [answer | answer := password_dates.applies with input as given]

test_applies_to_managed_accounts if {
	every c in [
		[{"account": {"class": "gmsa"}}, [true]],
		[{"account": {"class": "user"}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}

test_each_date_counts if {
	dates := {"password_last_set_at": "2026-11-24T09:00:00Z", "last_logon_at": "2026-11-24T09:00:00Z"}
	_read({"run": {"now": "2026-11-24T09:00:00Z"}, "account": dates}) == [true]
	every date in object.keys(dates) {
		_read({"run": {"now": "2026-11-24T09:00:00Z"}, "account": object.union(dates, {date: "2026-11-24T09:00:01Z"})}) == [false]
	}
}
