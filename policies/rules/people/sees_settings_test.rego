package mdi.rules.people.sees_settings_test

import data.mdi.rules.people.sees_settings

_read(given) := [answer | answer := sees_settings.compliant with input as given]

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
			"view_settings": true,
		},
		"entra_roles": {
			"security_reader": "active",
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
			"view_settings": true,
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
				"view_settings": true,
			},
			"entra_roles": {
				"security_reader": "active",
			},
			"urbac_permissions": {},
		},
	}
	[observed | observed := sees_settings.observed with input as given] == [{"permissions": {}, "roles": {"security_reader"}}]
	[required | required := sees_settings.required with input as given] == [{"one of the roles": _roles, "or all permissions": _permissions}]
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
			"view_settings": true,
		},
		"entra_roles": {},
		"urbac_permissions": {
			"Authorization and settings/Security settings/Read": true,
			"Authorization and settings/System settings/Read": true,
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
			"view_settings": true,
		},
		"entra_roles": {},
		"urbac_permissions": {
			"Authorization and settings/System settings/Read": true,
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
			"view_settings": true,
		},
		"entra_roles": {
			"security_reader": "eligible",
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
			"view_settings": true,
		},
		"entra_roles": {},
	},
}) == []

_applies(given) := [answer | answer := sees_settings.applies with input as given]

test_applies_to_people_with_the_duty if {
	every c in [
		[{"subject": {"key": "a"}, "spec": {}, "account": {"duties": {"view_settings": true}}}, [true]],
		[{"subject": {"key": "a"}, "spec": {}, "account": {"duties": {"view_settings": false}}}, [false]],
		[{"subject": {"key": "a"}, "spec": {}}, []],
		[{"subject": {"key": "a"}, "spec": {"dsa": {"accounts": {"a": {}}}}, "account": {"duties": {"view_settings": true}}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}

_roles := {"security_reader", "global_reader", "security_operator", "security_administrator", "global_administrator"}

_permissions := {"Authorization and settings/Security settings/Read", "Authorization and settings/System settings/Read"}

_account(roles, permissions) := {"account": {"entra_roles": roles, "urbac_permissions": permissions}}

test_each_role_suffices if {
	every role in _roles {
		_read(_account({role: "active"}, {})) == [true]
		_read(_account({role: "eligible"}, {})) == [false]
		_read({"account": {"entra_roles": {role: "active"}}}) == [true]
	}
	_read(_account({"reports_reader": "active"}, {})) == [false]
}

test_all_permissions_suffice if {
	all := {permission: "/" | some permission in _permissions}
	_read(_account({}, all)) == [true]
	_read({"account": {"urbac_permissions": all}}) == [true]
	every permission in _permissions {
		_read(_account({}, object.remove(all, {permission}))) == [false]
	}
}

test_one_half_that_does_not_suffice_is_unknown if {
	_read({"account": {"entra_roles": {}}}) == []
	_read({"account": {"urbac_permissions": {}}}) == []
}
