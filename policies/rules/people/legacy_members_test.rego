package mdi.rules.people.legacy_members_test

import data.mdi.rules.people.legacy_members

_read(given) := [answer | answer := legacy_members.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"tenant": {
		"legacy_groups": {
			"Azure ATP contoso-corp Users": {
				"members": {
					"0d4d9a55-8d7c-4b55-9a6e-54a2c36cf0c9": "user",
				},
			},
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
	"tenant": {
		"legacy_groups": {
			"Azure ATP contoso-corp Users": {
				"members": {
					"0d4d9a55-8d7c-4b55-9a6e-54a2c36cf0c9": "guest",
				},
			},
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
		"tenant": {
			"legacy_groups": {
				"Azure ATP contoso-corp Users": {
					"members": {
						"0d4d9a55-8d7c-4b55-9a6e-54a2c36cf0c9": "user",
					},
				},
			},
		},
	}
	count([observed | observed := legacy_members.observed with input as given]) == 1
	count([required | required := legacy_members.required with input as given]) == 1
}

test_boundary_1 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"tenant": {
		"legacy_groups": {},
	},
}) == [true]

test_names_group_and_kind if {
	given := {"tenant": {"legacy_groups": {"Azure ATP contoso Users": {"members": {"m": "group", "n": "user"}}}}}
	_read(given) == [false]
	observed := legacy_members.observed with input as given
	observed == {"Azure ATP contoso Users: group"}
}

test_a_group_that_was_not_read_is_unknown if _read({"tenant": {"legacy_groups": {"a": {}}}}) == []
