package mdi.rules.people.activates_v3_test

import data.mdi.rules.people.activates_v3

_read(given) := [answer | answer := activates_v3.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"subject": {
		"kind": "account",
		"key": "alice@contoso.com",
	},
	"account": {
		"duties": {
			"activate_v3": true,
		},
		"entra_roles": {
			"security_administrator": "active",
		},
		"urbac_permissions": {},
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"subject": {
		"kind": "account",
		"key": "alice@contoso.com",
	},
	"account": {
		"duties": {
			"activate_v3": true,
		},
		"entra_roles": {
			"reports_reader": "active",
		},
		"urbac_permissions": {},
	},
}) == [false]

test_was_not_read if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
}) == []

test_shows_its_evidence if {
	given := {
		"run": {
			"now": "2026-11-24T09:00:00Z",
			"policy_date": "2026-11-24",
			"profile": "v3-current",
		},
		"spec": {},
		"subject": {
			"kind": "account",
			"key": "alice@contoso.com",
		},
		"account": {
			"duties": {
				"activate_v3": true,
			},
			"entra_roles": {
				"security_administrator": "active",
			},
			"urbac_permissions": {},
		},
	}
	count([observed | observed := activates_v3.observed with input as given]) == 1
	count([required | required := activates_v3.required with input as given]) == 1
}

test_by_permissions if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"subject": {
		"kind": "account",
		"key": "alice@contoso.com",
	},
	"account": {
		"duties": {
			"activate_v3": true,
		},
		"entra_roles": {},
		"urbac_permissions": {
			"Authorization and settings/Security settings/All permissions": true,
			"Authorization and settings/System settings/All permissions": true,
		},
	},
}) == [true]

test_one_permission_short if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"subject": {
		"kind": "account",
		"key": "alice@contoso.com",
	},
	"account": {
		"duties": {
			"activate_v3": true,
		},
		"entra_roles": {},
		"urbac_permissions": {
			"Authorization and settings/System settings/All permissions": true,
		},
	},
}) == [false]

test_eligible_is_not_active if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"subject": {
		"kind": "account",
		"key": "alice@contoso.com",
	},
	"account": {
		"duties": {
			"activate_v3": true,
		},
		"entra_roles": {
			"security_administrator": "eligible",
		},
		"urbac_permissions": {},
	},
}) == [false]

test_permissions_unread if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"subject": {
		"kind": "account",
		"key": "alice@contoso.com",
	},
	"account": {
		"duties": {
			"activate_v3": true,
		},
		"entra_roles": {},
	},
}) == []
