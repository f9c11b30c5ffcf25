package mdi.rules.response.forces_password_change_test

import data.mdi.rules.response.forces_password_change

_read(given) := [answer | answer := forces_password_change.compliant with input as given]

_reset := "00299570-246d-11d0-a768-00aa006e0529"

_set := "bf967a0a-0de6-11d0-a285-00aa003049e2"

_restrictions := "4c164200-20c0-11d0-a768-00aa006e0529"

_entries := [_ace(256, _reset, _user, {}), _ace(48, _set, _user, {})]

_all := "00000000-0000-0000-0000-000000000000"

_user := "bf967aba-0de6-11d0-a285-00aa003049e2"

_group := "bf967a9c-0de6-11d0-a285-00aa003049e2"

_ou := "ou=people,dc=contoso,dc=com"

# An entry for the account, about objects of a class below; the changes replace some of its fields.
_ace(mask, about, class, changes) := object.union(
	{"type": "allow", "sid": "S-1-5-21-1004336348-1177238915-682003330-1130", "mask": mask, "flags": 10, "object_type": about, "inherited_object_type": class},
	changes,
)

_list(entries) := {sprintf("%d", [i]): entry | some i, entry in entries}

_with(entries) := json.patch(_given, [{"op": "replace", "path": "/domain/ou_dacls/ou=people,dc=contoso,dc=com/dacl", "value": _list(entries)}])

_change(path, value) := json.patch(_given, [{"op": "add", "path": path, "value": value}])

_given := {
	"subject": {"kind": "domain", "key": "contoso.com"},
	"workspace": {"action_account_mode": "gmsa", "action_accounts": {"mdiact01$@contoso.com": {"domain_name": "contoso.com"}}},
	"spec": {"action_account": {"mode": "gmsa", "change_groups": true, "ous": {"ou=people,dc=contoso,dc=com": true}}},
	"accounts": {
		"mdiact01$@contoso.com": {"sid": "S-1-5-21-1004336348-1177238915-682003330-1130", "member_of": {"S-1-5-21-1004336348-1177238915-682003330-1131": true}},
		"mdisvc01$@contoso.com": {"sid": "S-1-5-21-1004336348-1177238915-682003330-1119", "member_of": {}},
	},
	"forest": {"domains": {"contoso.com": true, "emea.contoso.com": true}},
	"domain": {"dn": "dc=contoso,dc=com", "ou_dacls": {_ou: {"dacl": _list(_entries)}}},
}

test_complies if _read(_given) == [true]

test_does_not_comply if _read(_with([])) == [false]

test_was_not_read if {
	_read(json.remove(_given, ["domain/ou_dacls"])) == []
	_read(json.remove(_given, [["domain", "ou_dacls", _ou, "dacl"]])) == []
	_read(json.remove(_given, ["domain/dn"])) == []
	_read(json.remove(_given, ["forest/domains"])) == []
	_read(json.remove(_given, ["workspace/action_accounts"])) == []
	_read(json.remove(_given, ["workspace/action_accounts/mdiact01$@contoso.com/domain_name"])) == []
	_read(json.remove(_given, ["accounts/mdiact01$@contoso.com/sid"])) == []
	_read(json.remove(_given, ["accounts/mdiact01$@contoso.com/member_of"])) == []
}

test_half_of_it if {
	_read(_with([_ace(256, _reset, _user, {})])) == [false]
	_read(_with([_ace(48, _set, _user, {})])) == [false]
	_read(_with([_ace(256, _reset, _user, {}), _ace(32, _set, _user, {})])) == [false]
	_read(_with([_ace(256, _reset, _user, {}), _ace(16, _set, _user, {})])) == [false]
	_read(_with([_ace(256, _reset, _user, {}), _ace(16, _set, _user, {}), _ace(32, _set, _user, {})])) == [true]
}

test_more_than_that if {
	_read(_with([_ace(983551, _all, _user, {})])) == [true]
	_read(_with([_ace(983551, _all, _all, {})])) == [true]
	_read(_with([_ace(256, _all, _user, {}), _ace(48, _all, _user, {})])) == [true]
	_read(_with([_ace(256, _reset, _user, {}), _ace(48, _restrictions, _user, {})])) == [true]
	_read(_with([_ace(256, _reset, _user, {}), _ace(48, _reset, _user, {})])) == [false]
	_read(_with([_ace(256, _set, _user, {}), _ace(48, _set, _user, {})])) == [false]
}

test_through_a_group if {
	_read(_with([_ace(983551, _all, _user, {"sid": "S-1-5-21-1004336348-1177238915-682003330-1131"})])) == [true]
	_read(_with([_ace(983551, _all, _user, {"sid": "S-1-5-11"})])) == [true]
	_read(_with([_ace(983551, _all, _user, {"sid": "S-1-1-0"})])) == [true]
	_read(_with([_ace(983551, _all, _user, {"sid": "S-1-5-15"})])) == [true]
	_read(_with([_ace(983551, _all, _user, {"sid": "S-1-5-21-1004336348-1177238915-682003330-1119"})])) == [false]
}

test_does_not_reach_users_below if {
	_read(_with([_ace(983551, _all, _group, {})])) == [false]
	_read(_with([_ace(983551, _all, _user, {"flags": 8})])) == [false]
	_read(_with([_ace(983551, _all, _user, {"flags": 14})])) == [false]
	_read(_with([_ace(983551, _all, _user, {"flags": 2})])) == [true]
	_read(_with([_ace(983551, _all, _user, {"type": "audit"})])) == [false]
	_read(_with([_ace(983551, _all, _user, {"type": "callback_allow"})])) == [false]
}

test_a_refusal if {
	allowed := _ace(983551, _all, _user, {})
	_read(_with([allowed, _ace(256, _reset, _user, {"type": "deny"})])) == [false]
	_read(_with([allowed, _ace(32, _set, _user, {"type": "deny"})])) == [false]
	_read(_with([allowed, _ace(32, _restrictions, _user, {"type": "deny"})])) == [false]
	_read(_with([allowed, _ace(256, _reset, _user, {"type": "callback_deny"})])) == [false]
	_read(_with([allowed, _ace(256, _reset, _user, {"type": "deny", "flags": 14})])) == [false]
	_read(_with([allowed, _ace(256, _reset, _user, {"type": "deny", "sid": "S-1-5-21-1004336348-1177238915-682003330-1131"})])) == [false]
	_read(_with([allowed, _ace(256, _reset, _user, {"type": "deny", "sid": "S-1-5-21-1004336348-1177238915-682003330-1119"})])) == [true]
	_read(_with([allowed, _ace(256, _reset, _group, {"type": "deny"})])) == [true]
	_read(_with([allowed, _ace(64, _all, _user, {"type": "deny"})])) == [true]
	_read(_with([allowed, _ace(256, _reset, _user, {"type": "deny", "flags": 8})])) == [true]
}

# Entries are looked through in their order, and the first that knows a right decides about it.
test_the_first_entry_wins if {
	_read(_with([_ace(983551, _all, _user, {"position": 0}), _ace(256, _reset, _user, {"type": "deny", "position": 1})])) == [true]
	_read(_with([_ace(983551, _all, _user, {"position": 2}), _ace(256, _reset, _user, {"type": "deny", "position": 1})])) == [false]
}

test_without_places_what_is_inherited_comes_last if {
	_read(_with([_ace(983551, _all, _user, {}), _ace(256, _reset, _user, {"type": "deny", "flags": 26})])) == [true]
	_read(_with([_ace(983551, _all, _user, {"position": 0}), _ace(256, _reset, _user, {"type": "deny", "flags": 26})])) == [true]
	_read(_with([_ace(983551, _all, _user, {"position": 0}), _ace(256, _reset, _user, {"type": "deny"})])) == [false]
	_read(_with([_ace(983551, _all, _user, {"flags": 26}), _ace(256, _reset, _user, {"type": "deny", "flags": 26})])) == [false]
	_read(_with([_ace(983551, _all, _user, {"flags": 26}), _ace(256, _reset, _user, {"type": "deny", "position": 3})])) == [false]
}

test_every_container_counts if {
	two := _change("/spec/action_account/ous/ou=admins,dc=contoso,dc=com", true)
	_read(two) == []
	_read(json.patch(two, [{"op": "add", "path": "/domain/ou_dacls/ou=admins,dc=contoso,dc=com", "value": {"dacl": {}}}])) == [false]
	_read(json.patch(two, [{"op": "add", "path": "/domain/ou_dacls/ou=admins,dc=contoso,dc=com", "value": {"dacl": _list(_entries)}}])) == [true]
}

test_containers_of_other_domains_are_theirs if {
	_read(_change("/spec/action_account/ous/ou=people,dc=emea,dc=contoso,dc=com", true)) == [true]
	_read(_change("/spec/action_account/ous/ou=x,dc=zone,cn=dns,dc=contoso,dc=com", true)) == []
}

test_the_whole_domain_where_no_container_is_named if {
	whole := json.remove(_given, ["spec/action_account/ous"])
	_read(whole) == []
	_read(json.patch(whole, [{"op": "add", "path": "/domain/ou_dacls/dc=contoso,dc=com", "value": {"dacl": _list(_entries)}}])) == [true]
	_read(json.patch(whole, [{"op": "add", "path": "/domain/ou_dacls/dc=contoso,dc=com", "value": {"dacl": {}}}])) == [false]
	forces_password_change.applies with input as whole
}

# The nearest accounts respond: those of the domain, or else of the forest, or else all.
test_which_accounts_respond if {
	other := json.patch(_given, [
		{"op": "add", "path": "/workspace/action_accounts/mdiact02$@emea.contoso.com", "value": {"domain_name": "emea.contoso.com"}},
		{"op": "add", "path": "/accounts/mdiact02$@emea.contoso.com", "value": {"sid": "S-1-5-21-1-2-3-1130", "member_of": {}}},
	])
	_read(other) == [true]
	_read(json.patch(other, [{"op": "replace", "path": "/workspace/action_accounts/mdiact01$@contoso.com/domain_name", "value": "fabrikam.com"}])) == [false]
	_read(json.patch(other, [{"op": "replace", "path": "/workspace/action_accounts/mdiact01$@contoso.com/domain_name", "value": "CONTOSO.com"}])) == [true]
	_read(json.patch(other, [
		{"op": "replace", "path": "/workspace/action_accounts/mdiact01$@contoso.com/domain_name", "value": "fabrikam.com"},
		{"op": "replace", "path": "/workspace/action_accounts/mdiact02$@emea.contoso.com/domain_name", "value": "fabrikam.com"},
	])) == [false]
	_read(json.remove(other, ["workspace/action_accounts/mdiact02$@emea.contoso.com/domain_name"])) == []
	_read(json.patch(_given, [{"op": "replace", "path": "/workspace/action_accounts/mdiact01$@contoso.com/domain_name", "value": "emea.contoso.com"}])) == [true]
	_read(json.patch(_given, [{"op": "replace", "path": "/workspace/action_accounts/mdiact01$@contoso.com/domain_name", "value": "fabrikam.com"}])) == [true]
}

test_no_account_at_all if _read(_change("/workspace/action_accounts", {})) == [false]

test_one_of_two_accounts_is_unknown if {
	_read(json.patch(_given, [{"op": "add", "path": "/workspace/action_accounts/mdiact03$@contoso.com", "value": {"domain_name": "contoso.com"}}])) == []
	_read(json.patch(_with([]), [{"op": "add", "path": "/workspace/action_accounts/mdiact03$@contoso.com", "value": {"domain_name": "contoso.com"}}])) == [false]
}

test_no_container_here if [x | x := forces_password_change.applies with input as _change("/spec/action_account/ous", {"ou=people,dc=emea,dc=contoso,dc=com": true})] == [false]

test_applies if {
	forces_password_change.applies with input as _given
	[x | x := forces_password_change.applies with input as _change("/workspace/action_account_mode", "local_system")] == [false]
	[x | x := forces_password_change.applies with input as json.remove(_given, ["workspace/action_account_mode"])] == []
	[x | x := forces_password_change.applies with input as json.remove(_given, ["domain/dn"])] == []
}

test_shows_its_evidence if {
	forces_password_change.observed == {
		"mdiact01$@contoso.com below ou=people,dc=contoso,dc=com: password_last_set": "0x10",
		"mdiact01$@contoso.com below ou=people,dc=contoso,dc=com: reset_password": "0x100",
	} with input as _with([_ace(256, _all, _user, {}), _ace(16, _set, _user, {})])
	forces_password_change.required == {"password_last_set": "0x30", "reset_password": "0x100"} with input as _given
}
