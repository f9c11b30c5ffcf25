package mdi.rules.people.viewer_role_test

import data.mdi.rules.people.viewer_role

_read(given) := [answer | answer := viewer_role.compliant with input as given]

_good := _given("viewer", _viewer)

test_complies if _read(_good) == [true]

test_shows_its_evidence if {
	count([observed | observed := viewer_role.observed with input as _good]) == 1
	count([required | required := viewer_role.required with input as _good]) == 1
}

_viewer := {"Security operations/Security data/Security data basics (Read)": true, "Authorization and settings/System settings/Read": true, "Authorization and settings/Security settings/Read": true}

_given(persona, permissions) := {"tenant": {"urbac": {"roles": {"MDI role": {"persona": persona, "permissions": permissions}}}}}

test_each_is_needed if every permission in object.keys(_viewer) {
	_read(_given("viewer", object.remove(_viewer, [permission]))) == [false]
}

test_was_not_read if _read({"tenant": {}}) == []

test_wider_than_intended if _read(_given("viewer", object.union(_viewer, {"Authorization and settings/System settings/All permissions": true}))) == [false]

test_as_printed if _read(_given("viewer", {
	"Security operations/Security data/Security data basics (Read)": true,
	"Authorization and settings/System settings/All permissions": true,
	"Authorization and settings/Security settings/All permissions": true,
})) == [false]

test_shows_what_differs if {
	given := _given("viewer", {"Security operations/Security data/Security data basics (Read)": true, "Authorization and settings/System settings/Read": true, "x": true})
	observed := viewer_role.observed with input as given
	observed == {"MDI role": {"missing": {"Authorization and settings/Security settings/Read"}, "more than needed": {"x"}}}
}

test_another_persona if _read(_given("user", {})) == [true]

test_no_custom_role if _read({"tenant": {"urbac": {"roles": {}}}}) == [true]

test_persona_unread if _read({"tenant": {"urbac": {"roles": {"x": {"permissions": _viewer}}}}}) == []

test_permissions_unread if _read({"tenant": {"urbac": {"roles": {"x": {"persona": "viewer"}}}}}) == []
