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

_roles(roles) := {"tenant": {"urbac": {"roles": roles}}}

test_each_permission_counts if {
	all := {
		"Authorization and settings/Security settings/Read",
		"Authorization and settings/Security settings/All permissions",
		"Authorization and settings/System settings/Read",
		"Authorization and settings/System settings/All permissions",
		"Security operations/Security data/Alerts (manage)",
		"Security operations/Security data/Security data basics (Read)",
		"Authorization and settings/Authorization/Read",
		"Authorization and settings/Authorization/All permissions",
	}
	every permission in all {
		held := {p: true | some p in (all - {permission})}
		_read(_roles({"a": {"persona": "administrator", "permissions": held}})) == [false]
		_read(_roles({"a": {"persona": "neither", "permissions": held}})) == [true]
	}
}

test_a_role_that_was_read_in_part_is_unknown if {
	every role in [{"permissions": {}}, {"persona": "administrator"}] {
		_read(_roles({"a": role})) == []
	}
}
