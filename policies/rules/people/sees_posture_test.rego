package mdi.rules.people.sees_posture_test

import data.mdi.rules.people.sees_posture

_read(given) := [answer | answer := sees_posture.compliant with input as given]

_applies(given) := [answer | answer := sees_posture.applies with input as given]

_good := _given({"security_reader": "active"}, {})

test_complies if _read(_good) == [true]

test_shows_its_evidence if {
	sees_posture.observed == {"roles": {"security_reader"}, "permissions": {"x"}} with input as _given({"security_reader": "active", "global_reader": "eligible"}, {"x": true})
	sees_posture.required == {
		"one of the roles": {"security_reader", "global_reader", "security_operator", "security_administrator", "global_administrator"},
		"or all permissions of one set": [object.keys(permissions) | some permissions in _sets],
	} with input as _good
}

_given(roles, permissions) := {
	"spec": {"dsa": {"accounts": {"mdisvc01$@contoso.com": {}}}},
	"subject": {"kind": "account", "key": "alice@contoso.com"},
	"account": {"duties": {"view_posture": true}, "entra_roles": roles, "urbac_permissions": permissions},
}

test_does_not_comply if _read(_given({"reports_reader": "active"}, {})) == [false]

test_was_not_read if _read({"spec": {}, "subject": {"key": "alice@contoso.com"}, "account": {"duties": {"view_posture": true}}}) == []

test_each_role if every role in ["security_reader", "global_reader", "security_operator", "security_administrator", "global_administrator"] {
	_read(_given({role: "active"}, {})) == [true]
	_read(_given({role: "eligible"}, {})) == [false]
}

test_each_set_of_permissions if every permissions in _sets {
	_read(_given({}, permissions)) == [true]
	every permission in object.keys(permissions) {
		_read(_given({}, object.remove(permissions, [permission]))) == [false]
	}
}

_sets := [{"Security operations/Security data/Security data basics (Read)": true, "Security posture/Posture management/Secure Score (Read)": true}, {"Security operations/Security data/Security data basics (Read)": true, "Security posture/Posture management/Exposure Management (Read)": true}]

test_one_way_is_enough_to_say_yes if {
	_read(json.remove(_good, ["/account/urbac_permissions"])) == [true]
	_read(json.remove(_given({}, _sets[0]), ["/account/entra_roles"])) == [true]
}

test_both_are_needed_to_say_no if {
	_read(json.remove(_given({}, {}), ["/account/urbac_permissions"])) == []
	_read(json.remove(_given({}, {}), ["/account/entra_roles"])) == []
}

test_applies if {
	_applies(_good) == [true]
	_applies(object.union(_good, {"account": {"duties": {"view_posture": false}}})) == [false]
	_applies(object.union(_good, {"subject": {"key": "mdisvc01$@contoso.com"}})) == [false]
	_applies(json.remove(_good, ["/account/duties/view_posture"])) == []
}
