package mdi.rules.adfs.audit_level_test

import data.mdi.rules.adfs.audit_level

_read(given) := [answer | answer := audit_level.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"adfs": {
			"audit_level": "verbose",
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
		"adfs": {
			"audit_level": "basic",
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
			"adfs": {
				"audit_level": "verbose",
			},
		},
	}
	count([observed | observed := audit_level.observed with input as given]) == 1
	count([required | required := audit_level.required with input as given]) == 1
}

_applies(adfs) := [answer | answer := audit_level.applies with input as {"server": {"adfs": adfs}}]

test_where_there_is_no_level if _applies({"audit_level_supported": false}) == [false]

test_where_there_is_a_level if _applies({"audit_level_supported": true}) == [true]

test_where_nobody_asked if _applies({}) == [true]
