package mdi.rules.people.workspace_creator_test

import data.mdi.rules.people.workspace_creator

_read(given) := [answer | answer := workspace_creator.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"subject": {"kind": "account", "key": "alice@contoso.com"},
	"account": {
		"duties": {
			"create_workspace": true,
		},
		"entra_roles": {
			"security_administrator": "active",
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
	"subject": {"kind": "account", "key": "alice@contoso.com"},
	"account": {
		"duties": {
			"create_workspace": true,
		},
		"entra_roles": {
			"security_reader": "active",
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

test_boundary_1 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"subject": {"kind": "account", "key": "alice@contoso.com"},
	"account": {
		"duties": {
			"create_workspace": true,
		},
		"entra_roles": {
			"security_administrator": "eligible",
		},
	},
}) == [false]

test_shows_its_evidence if {
	given := {
		"run": {
			"now": "2026-11-24T09:00:00Z",
			"policy_date": "2026-11-24",
			"profile": "v2-current",
		},
		"spec": {},
		"subject": {"kind": "account", "key": "alice@contoso.com"},
		"account": {
			"duties": {
				"create_workspace": true,
			},
			"entra_roles": {
				"security_administrator": "active",
			},
		},
	}
	count([observed | observed := workspace_creator.observed with input as given]) == 1
	count([required | required := workspace_creator.required with input as given]) == 1
}

_applies(given) := [answer | answer := workspace_creator.applies with input as given]

test_applies_to_people_with_the_duty if {
	every c in [
		[{"subject": {"key": "a"}, "spec": {}, "account": {"duties": {"create_workspace": true}}}, [true]],
		[{"subject": {"key": "a"}, "spec": {}, "account": {"duties": {"create_workspace": false}}}, [false]],
		[{"subject": {"key": "a"}, "spec": {}}, []],
		[{"subject": {"key": "a"}, "spec": {"dsa": {"accounts": {"a": {}}}}, "account": {"duties": {"create_workspace": true}}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}

test_the_role_has_to_be_active if {
	every c in [
		[{"account": {"entra_roles": {}}}, [false]],
		[{"account": {"entra_roles": {"security_administrator": "eligible"}}}, [false]],
		[{"account": {"entra_roles": {"security_administrator": "active"}}}, [true]],
	] {
		_read(c[0]) == c[1]
	}
}

_global(profile) := _read({"run": {"profile": profile}, "account": {"entra_roles": {"global_administrator": "active"}}})

test_who_may if {
	workspace_creator.required == {"security_administrator", "global_administrator"} with input as {"run": {"profile": "classic-2023"}}
	workspace_creator.required == {"security_administrator"} with input as {"run": {"profile": "v2-current"}}
}

test_global_administrator_in_2023 if _global("classic-2023") == [true]

test_global_administrator_today if _global("v2-current") == [false]
