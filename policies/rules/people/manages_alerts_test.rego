package mdi.rules.people.manages_alerts_test

import data.mdi.rules.people.manages_alerts

_read(given) := [answer | answer := manages_alerts.compliant with input as given]

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
			"manage_alerts": true,
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
			"manage_alerts": true,
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
				"manage_alerts": true,
			},
			"entra_roles": {
				"security_operator": "active",
			},
			"urbac_permissions": {},
		},
	}
	count([observed | observed := manages_alerts.observed with input as given]) == 1
	count([required | required := manages_alerts.required with input as given]) == 1
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
			"manage_alerts": true,
		},
		"entra_roles": {},
		"urbac_permissions": {
			"Security operations/Security data/Alerts (manage)": true,
			"Security operations/Security data/Security data basics (Read)": true,
		},
	},
}) == [true]

test_one_permission_short if _read({
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
			"manage_alerts": true,
		},
		"entra_roles": {},
		"urbac_permissions": {
			"Security operations/Security data/Security data basics (Read)": true,
		},
	},
}) == [false]

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
			"manage_alerts": true,
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
			"manage_alerts": true,
		},
		"entra_roles": {},
	},
}) == []
