package mdi.rules.people.administrator_role_test

import data.mdi.rules.people.administrator_role

_read(given) := [answer | answer := administrator_role.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"tenant": {
		"urbac": {
			"roles": {
				"MDI role": {
					"persona": "administrator",
					"permissions": {
						"Authorization and settings/Security settings/Read": true,
						"Authorization and settings/Security settings/All permissions": true,
						"Authorization and settings/System settings/Read": true,
						"Authorization and settings/System settings/All permissions": true,
						"Security operations/Security data/Alerts (manage)": true,
						"Security operations/Security data/Security data basics (Read)": true,
						"Authorization and settings/Authorization/Read": true,
						"Authorization and settings/Authorization/All permissions": true,
					},
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
		"urbac": {
			"roles": {
				"MDI role": {
					"persona": "administrator",
					"permissions": {
						"Authorization and settings/Security settings/All permissions": true,
						"Authorization and settings/System settings/Read": true,
						"Authorization and settings/System settings/All permissions": true,
						"Security operations/Security data/Alerts (manage)": true,
						"Security operations/Security data/Security data basics (Read)": true,
						"Authorization and settings/Authorization/Read": true,
						"Authorization and settings/Authorization/All permissions": true,
					},
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
			"urbac": {
				"roles": {
					"MDI role": {
						"persona": "administrator",
						"permissions": {
							"Authorization and settings/Security settings/Read": true,
							"Authorization and settings/Security settings/All permissions": true,
							"Authorization and settings/System settings/Read": true,
							"Authorization and settings/System settings/All permissions": true,
							"Security operations/Security data/Alerts (manage)": true,
							"Security operations/Security data/Security data basics (Read)": true,
							"Authorization and settings/Authorization/Read": true,
							"Authorization and settings/Authorization/All permissions": true,
						},
					},
				},
			},
		},
	}
	count([observed | observed := administrator_role.observed with input as given]) == 1
	count([required | required := administrator_role.required with input as given]) == 1
}

test_another_persona if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"tenant": {
		"urbac": {
			"roles": {
				"MDI role": {
					"persona": "responder",
					"permissions": {},
				},
			},
		},
	},
}) == [true]

test_no_custom_role if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"tenant": {
		"urbac": {
			"roles": {},
		},
	},
}) == [true]

test_permissions_unread if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"tenant": {
		"urbac": {
			"roles": {
				"x": {
					"persona": "administrator",
				},
			},
		},
	},
}) == []
