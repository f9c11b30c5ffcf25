package mdi.rules.host.current_access_key_test

import data.mdi.rules.host.current_access_key

_read(given) := [answer | answer := current_access_key.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"workspace": {
		"access_key_regenerated_at": "2026-11-01T00:00:00Z",
		"package_downloaded_at": "2026-11-01T00:00:00Z",
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
		"access_key_regenerated_at": "2026-11-01T00:00:01Z",
		"package_downloaded_at": "2026-11-01T00:00:00Z",
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
			"access_key_regenerated_at": "2026-11-01T00:00:00Z",
			"package_downloaded_at": "2026-11-01T00:00:00Z",
		},
	}
	[observed | observed := current_access_key.observed with input as given] == [{"key": "2026-11-01T00:00:00Z", "package": "2026-11-01T00:00:00Z"}]
	count([required | required := current_access_key.required with input as given]) == 1
}
