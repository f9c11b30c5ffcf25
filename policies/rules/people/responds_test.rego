package mdi.rules.people.responds_test

import data.mdi.rules.people.responds

_read(given) := [answer | answer := responds.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"subject": {
		"kind": "account",
		"key": "alice@contoso.com",
	},
	"account": {
		"duties": {
			"respond": true,
		},
		"entra_roles": {
			"security_operator": "active",
		},
		"urbac_permissions": {},
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"subject": {
		"kind": "account",
		"key": "alice@contoso.com",
	},
	"account": {
		"duties": {
			"respond": true,
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
		"subject": {
			"kind": "account",
			"key": "alice@contoso.com",
		},
		"account": {
			"duties": {
				"respond": true,
			},
			"entra_roles": {
				"security_operator": "active",
			},
			"urbac_permissions": {},
		},
	}
	count([observed | observed := responds.observed with input as given]) == 1
	count([required | required := responds.required with input as given]) == 1
}

test_by_permissions if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"subject": {
		"kind": "account",
		"key": "alice@contoso.com",
	},
	"account": {
		"duties": {
			"respond": true,
		},
		"entra_roles": {},
		"urbac_permissions": {
			"Security operations/Security data/Response (manage)": true,
		},
	},
}) == [true]

test_eligible_is_not_active if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"subject": {
		"kind": "account",
		"key": "alice@contoso.com",
	},
	"account": {
		"duties": {
			"respond": true,
		},
		"entra_roles": {
			"security_operator": "eligible",
		},
		"urbac_permissions": {},
	},
}) == [false]

test_permissions_unread if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"subject": {
		"kind": "account",
		"key": "alice@contoso.com",
	},
	"account": {
		"duties": {
			"respond": true,
		},
		"entra_roles": {},
	},
}) == []
