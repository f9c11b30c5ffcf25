package mdi.rules.response.changes_groups_test

import data.mdi.rules.response.changes_groups

_read(given) := [answer | answer := changes_groups.compliant with input as given]

_member := "bf9679c0-0de6-11d0-a285-00aa003049e2"

_entries := [_ace(48, _member, _group, {})]

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

test_reads_or_writes_only if {
	_read(_with([_ace(32, _member, _group, {})])) == [false]
	_read(_with([_ace(16, _member, _group, {})])) == [false]
}

test_more_than_that if {
	_read(_with([_ace(983551, _all, _all, {})])) == [true]
	_read(_with([_ace(48, "bc0ac240-79a9-11d0-9020-00c04fc2d4cf", _group, {})])) == [true]
}

test_something_else if {
	_read(_with([_ace(48, _member, _user, {})])) == [false]
	_read(_with([_ace(48, "00299570-246d-11d0-a768-00aa006e0529", _group, {})])) == [false]
	_read(_with([_ace(256, _all, _group, {})])) == [false]
}

test_group_changes_are_not_wanted if {
	[x | x := changes_groups.applies with input as _change("/spec/action_account/change_groups", false)] == [false]
	[x | x := changes_groups.applies with input as json.remove(_given, ["spec/action_account/change_groups"])] == [false]
}

test_applies if {
	changes_groups.applies with input as _given
	[x | x := changes_groups.applies with input as _change("/workspace/action_account_mode", "local_system")] == [false]
	[x | x := changes_groups.applies with input as json.remove(_given, ["workspace/action_account_mode"])] == []
	[x | x := changes_groups.applies with input as json.remove(_given, ["domain/dn"])] == []
}

test_no_container_here if [x | x := changes_groups.applies with input as _change("/spec/action_account/ous", {"ou=people,dc=emea,dc=contoso,dc=com": true})] == [false]

test_shows_its_evidence if {
	changes_groups.observed == {"mdiact01$@contoso.com below ou=people,dc=contoso,dc=com: member": "0x20"} with input as _with([_ace(32, _member, _group, {})])
	changes_groups.required == {"member": "0x30"} with input as _given
}
