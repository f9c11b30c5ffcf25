package mdi.rules.directory.one_workspace_test

import data.mdi.rules.directory.one_workspace

_read(given) := [answer | answer := one_workspace.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"sensor": {
		"workspace_id": "0d4d9a55-8d7c-4b55-9a6e-54a2c36cf0c1",
		"generation": "v2",
	},
	"workspace": {
		"id": "0d4d9a55-8d7c-4b55-9a6e-54a2c36cf0c1",
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"sensor": {
		"workspace_id": "1d4d9a55-8d7c-4b55-9a6e-54a2c36cf0c1",
		"generation": "v2",
	},
	"workspace": {
		"id": "0d4d9a55-8d7c-4b55-9a6e-54a2c36cf0c1",
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
		"sensor": {
			"workspace_id": "0d4d9a55-8d7c-4b55-9a6e-54a2c36cf0c1",
			"generation": "v2",
		},
		"workspace": {
			"id": "0d4d9a55-8d7c-4b55-9a6e-54a2c36cf0c1",
		},
	}
	count([observed | observed := one_workspace.observed with input as given]) == 1
	count([required | required := one_workspace.required with input as given]) == 1
}

_applies(given) := [answer | answer := one_workspace.applies with input as given]

test_applies_to_registered_sensors if {
	every c in [
		[{"sensor": {"workspace_id": "w"}}, [true]],
		[{"sensor": {}}, [false]],
		[{"sensor": {"mirror": {"method": "span"}}}, [false]],
		[{"sensor": {"event_source": "wef"}}, [false]],
		[{"sensor": {"siem": {"vendor": "rsa"}}}, [false]],
		[{"sensor": {"generation": "standalone", "event_source": "wef"}}, [true]],
	] {
		_applies(c[0]) == c[1]
	}
}
