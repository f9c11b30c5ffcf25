package mdi.rules.remote_sam.never_on_controllers_test

import data.mdi.rules.remote_sam.never_on_controllers

_read(given) := [answer | answer := never_on_controllers.compliant with input as given]

_id := "11111111-2222-3333-4444-555555555555"

_given := {
	"forest": {"configuration_dn": "cn=configuration,dc=contoso,dc=com"},
	"domain": {
		"gpos_complete": true,
		"gpo_inheritance_blocked": {},
		"gpos": {_id: {
			"status": "enabled",
			"registry": {"restrict_remote_sam": {"present": true, "type": "sz", "value": "O:BAG:BAD:(A;;RC;;;BA)"}},
			"links": {"ou=servers,dc=contoso,dc=com": {"enabled": true, "enforced": false, "order": 1}},
			"apply": {"S-1-5-11": true},
			"deny_apply": {},
		}},
	},
	"server": {
		"site": "HQ",
		"sid": "S-1-5-21-1004336348-1177238915-682003330-1001",
		"member_of": {"S-1-5-21-1004336348-1177238915-682003330-516": true},
		"computer_dn": "cn=dc01,ou=tier0,ou=domain controllers,dc=contoso,dc=com",
		"registry": {"restrict_remote_sam": {"present": false}},
	},
}

_at(pointer, value) := {"op": "add", "path": concat("/", ["", "domain", "gpos", _id, pointer]), "value": value}

_link(dn, enabled, enforced) := _at("links", {dn: {"enabled": enabled, "enforced": enforced, "order": 1}})

_linked(dn) := json.patch(_given, [_link(dn, true, false)])

_change(path, value) := json.patch(_given, [{"op": "add", "path": path, "value": value}])

test_linked_elsewhere if _read(_given) == [true]

# c82: the policy object reaches the controllers.
test_c82_linked_above if {
	_read(_linked("dc=contoso,dc=com")) == [false]
	_read(_linked("ou=domain controllers,dc=contoso,dc=com")) == [false]
	_read(_linked("ou=tier0,ou=domain controllers,dc=contoso,dc=com")) == [false]
	_read(_linked("cn=hq,cn=sites,cn=configuration,dc=contoso,dc=com")) == [false]
	_read(_linked("cn=branch,cn=sites,cn=configuration,dc=contoso,dc=com")) == [true]
	_read(_linked("ou=0,ou=domain controllers,dc=contoso,dc=com")) == [true]
}

test_it_is_set_already if _read(_change("/server/registry/restrict_remote_sam", {"present": true, "type": "sz", "value": "O:BAG:BAD:"})) == [false]

test_was_not_read if {
	_read(json.remove(_given, ["server/registry"])) == []
	_read(json.remove(_given, ["server/computer_dn"])) == []
	_read(json.remove(_given, ["server/site"])) == []
	_read(json.remove(_given, ["server/sid"])) == []
	_read(json.remove(_given, ["server/member_of"])) == []
	_read(json.remove(_given, ["forest/configuration_dn"])) == []
	_read(json.remove(_given, ["domain/gpos"])) == []
	_read(json.remove(_given, ["domain/gpos_complete"])) == []
	_read(json.remove(_given, ["domain/gpo_inheritance_blocked"])) == []
	_read(_change("/domain/gpos_complete", false)) == []
}

test_one_object_was_read_in_part if {
	every part in {"status", "registry", "links", "apply", "deny_apply", "links/ou=servers,dc=contoso,dc=com/enabled", "links/ou=servers,dc=contoso,dc=com/enforced"} {
		_read(json.remove(_given, [concat("/", ["domain/gpos", _id, part])])) == []
	}
}

test_half_of_the_object_is_off if {
	linked := _link("dc=contoso,dc=com", true, false)
	_read(json.patch(_given, [linked, _at("status", "user_disabled")])) == [false]
	_read(json.patch(_given, [linked, _at("status", "computer_disabled")])) == [true]
	_read(json.patch(_given, [linked, _at("status", "all_disabled")])) == [true]
}

test_the_link_is_off if _read(json.patch(_given, [_link("dc=contoso,dc=com", false, false)])) == [true]

test_it_sets_something_else if {
	linked := _link("dc=contoso,dc=com", true, false)
	_read(json.patch(_given, [linked, _at("registry", {"audit_ntlm_in_domain": {"present": true, "type": "dword", "value": 7}})])) == [true]
	_read(json.patch(_given, [linked, _at("registry", {"restrict_remote_sam": {"present": false}})])) == [true]
}

test_who_may_apply_it if {
	linked := _link("dc=contoso,dc=com", true, false)
	_read(json.patch(_given, [linked, _at("apply", {"S-1-5-21-1004336348-1177238915-682003330-515": true})])) == [true]
	_read(json.patch(_given, [linked, _at("apply", {"S-1-5-21-1004336348-1177238915-682003330-516": true})])) == [false]
	_read(json.patch(_given, [linked, _at("apply", {"S-1-5-21-1004336348-1177238915-682003330-1001": true})])) == [false]
	_read(json.patch(_given, [linked, _at("deny_apply", {"S-1-5-21-1004336348-1177238915-682003330-516": true})])) == [true]
	_read(json.patch(_given, [linked, _at("deny_apply", {"S-1-5-21-1004336348-1177238915-682003330-521": true})])) == [false]
}

test_inheritance_is_blocked if {
	blocked := {"op": "add", "path": "/domain/gpo_inheritance_blocked", "value": {"ou=domain controllers,dc=contoso,dc=com": true}}
	_read(json.patch(_given, [blocked, _link("dc=contoso,dc=com", true, false)])) == [true]
	_read(json.patch(_given, [blocked, _link("cn=hq,cn=sites,cn=configuration,dc=contoso,dc=com", true, false)])) == [true]
	_read(json.patch(_given, [blocked, _link("dc=contoso,dc=com", true, true)])) == [false]
	_read(json.patch(_given, [blocked, _link("ou=domain controllers,dc=contoso,dc=com", true, false)])) == [false]
	_read(json.patch(_given, [blocked, _link("ou=tier0,ou=domain controllers,dc=contoso,dc=com", true, false)])) == [false]
}

test_inheritance_is_blocked_elsewhere if {
	blocked := {"op": "add", "path": "/domain/gpo_inheritance_blocked", "value": {"ou=servers,dc=contoso,dc=com": true}}
	_read(json.patch(_given, [blocked, _link("dc=contoso,dc=com", true, false)])) == [false]
}

test_shows_its_evidence if {
	never_on_controllers.observed == {"set": false, "policy_objects": {_id}} with input as _linked("dc=contoso,dc=com")
	is_string(never_on_controllers.required) with input as _given
}
