package mdi.rules.people.user_role_test

import data.mdi.rules.people.user_role

_read(given) := [answer | answer := user_role.compliant with input as given]

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
					"persona": "user",
					"permissions": {
						"Security operations/Security data/Security data basics (Read)": true,
						"Authorization and settings/System settings/Read": true,
						"Authorization and settings/Security settings/Read": true,
						"Security operations/Security data/Alerts (manage)": true,
						"microsoft.xdr/configuration/security/manage": true,
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
					"persona": "user",
					"permissions": {
						"Authorization and settings/System settings/Read": true,
						"Authorization and settings/Security settings/Read": true,
						"Security operations/Security data/Alerts (manage)": true,
						"microsoft.xdr/configuration/security/manage": true,
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
						"persona": "user",
						"permissions": {
							"Security operations/Security data/Security data basics (Read)": true,
							"Authorization and settings/System settings/Read": true,
							"Authorization and settings/Security settings/Read": true,
							"Security operations/Security data/Alerts (manage)": true,
							"microsoft.xdr/configuration/security/manage": true,
						},
					},
				},
			},
		},
	}
	count([observed | observed := user_role.observed with input as given]) == 1
	count([required | required := user_role.required with input as given]) == 1
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
					"persona": "user",
				},
			},
		},
	},
}) == []

_roles(roles) := {"tenant": {"urbac": {"roles": roles}}}

test_each_permission_counts if {
	all := {
		"Security operations/Security data/Security data basics (Read)",
		"Authorization and settings/System settings/Read",
		"Authorization and settings/Security settings/Read",
		"Security operations/Security data/Alerts (manage)",
		"microsoft.xdr/configuration/security/manage",
	}
	every permission in all {
		held := {p: true | some p in (all - {permission})}
		_read(_roles({"a": {"persona": "user", "permissions": held}})) == [false]
		_read(_roles({"a": {"persona": "neither", "permissions": held}})) == [true]
	}
}

test_a_role_that_was_read_in_part_is_unknown if {
	every role in [{"permissions": {}}, {"persona": "user"}] {
		_read(_roles({"a": role})) == []
	}
}
