package mdi.rules.entra_connect.rights_verified_test

import data.mdi.rules.entra_connect.rights_verified

_read(given) := [answer | answer := rights_verified.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"entra_connect": {
			"database_external": true,
			"version": "3.0",
			"grants_verified_version": "3.0",
		},
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"entra_connect": {
			"database_external": true,
			"version": "3.1",
			"grants_verified_version": "3.0",
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
		"server": {
			"entra_connect": {
				"database_external": true,
				"version": "3.0",
				"grants_verified_version": "3.0",
			},
		},
	}
	[observed | observed := rights_verified.observed with input as given] == [{"external": true, "verified": "3.0", "version": "3.0"}]
	count([required | required := rights_verified.required with input as given]) == 1
}

test_a_database_of_its_own if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"entra_connect": {
			"database_external": false,
			"version": "3.1",
			"grants_verified_version": "3.0",
		},
	},
}) == [true]

test_never_verified if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"entra_connect": {
			"database_external": true,
			"version": "3.0",
		},
	},
}) == []

_observed(given) := [answer | answer := rights_verified.observed with input as given]

test_shows_what_was_not_read if {
	every c in [
		[{"server": {"entra_connect": {"database_external": true}}}, [{"external": true, "version": "", "verified": ""}]],
	] {
		_observed(c[0]) == c[1]
	}
}
