package mdi.rules.people.stale_groups_test

import data.mdi.rules.people.stale_groups

_read(given) := [answer | answer := stale_groups.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"workspace": {
			"name": "contoso-corp",
		},
	},
	"tenant": {
		"legacy_groups": {},
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"workspace": {
			"name": "contoso-corp",
		},
	},
	"tenant": {
		"legacy_groups": {
			"Azure ATP contoso-corp Users": {},
		},
	},
}) == [false]

test_was_not_read if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"workspace": {
			"name": "contoso-corp",
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
			"workspace": {
				"name": "contoso-corp",
			},
		},
		"tenant": {
			"legacy_groups": {},
		},
	}
	count([observed | observed := stale_groups.observed with input as given]) == 1
	count([required | required := stale_groups.required with input as given]) == 1
}

_group(name) := {"spec": {"workspace": {"name": "Contoso"}}, "tenant": {"legacy_groups": {name: {}}}}

test_only_groups_of_the_workspace_count if {
	_read(_group("Azure ATP contoso Users")) == [false]
	_read(_group("Azure ATP fabrikam Users")) == [true]
	_read(_group("Finance")) == [true]
}
