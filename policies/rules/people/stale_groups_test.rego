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
	"workspace": {"exists": false},
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

_group(name) := {"spec": {"workspace": {"name": "Contoso"}}, "workspace": {"exists": false}, "tenant": {"legacy_groups": {name: {}}}}

test_only_groups_of_the_workspace_count if {
	every role in ["Administrators", "Users", "Viewers"] {
		_read(_group(sprintf("Azure ATP contoso %s", [role]))) == [false]
		_read(_group(sprintf("Azure ATP contoso %s - old", [role]))) == [true]
		_read(_group(sprintf("Azure ATP fabrikam %s", [role]))) == [true]
	}
	_read(_group("Finance")) == [true]
}

test_a_workspace_that_is_there_has_its_own_groups if {
	given := _group("Azure ATP contoso Users")
	_read(object.union(given, {"workspace": {"exists": true}})) == [true]
	_read(object.remove(given, {"workspace"})) == []
	_read(object.remove(object.union(given, {"workspace": {"exists": true}}), {"tenant"})) == [true]
	_read(object.remove(_group("Finance"), {"workspace"})) == [true]
}
