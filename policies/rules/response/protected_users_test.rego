package mdi.rules.response.protected_users_test

import data.mdi.rules.response.protected_users

_read(given) := [answer | answer := protected_users.compliant with input as given]

_all := "00000000-0000-0000-0000-000000000000"

_ace(mask, about, changes) := object.union(
	{"type": "allow", "sid": "S-1-5-21-1004336348-1177238915-682003330-1130", "mask": mask, "flags": 0, "object_type": about, "inherited_object_type": _all},
	changes,
)

_entries := [
	_ace(256, "00299570-246d-11d0-a768-00aa006e0529", {}),
	_ace(48, "bf967a0a-0de6-11d0-a285-00aa003049e2", {}),
	_ace(48, "bf967a68-0de6-11d0-a285-00aa003049e2", {}),
]

_list(entries) := {sprintf("%d", [i]): entry | some i, entry in entries}

_given := {
	"workspace": {"action_account_mode": "gmsa", "action_accounts": {"mdiact01$@contoso.com": {"domain_name": "contoso.com"}}},
	"accounts": {"mdiact01$@contoso.com": {"sid": "S-1-5-21-1004336348-1177238915-682003330-1130", "member_of": {"S-1-5-21-1004336348-1177238915-682003330-1131": true}}},
	"forest": {"domains": {"contoso.com": true}},
	"domain": {"dn": "dc=contoso,dc=com", "admin_count_users": 14, "admin_sd_holder_dacl": _list(_entries)},
}

_with(entries) := json.patch(_given, [{"op": "replace", "path": "/domain/admin_sd_holder_dacl", "value": _list(entries)}])

_change(path, value) := json.patch(_given, [{"op": "replace", "path": path, "value": value}])

test_complies if _read(_given) == [true]

test_does_not_comply if _read(_with([])) == [false]

test_was_not_read if {
	_read(json.remove(_given, ["domain/admin_sd_holder_dacl"])) == []
	_read(json.remove(_given, ["domain/admin_count_users"])) == []
	_read(json.remove(_given, ["accounts/mdiact01$@contoso.com/sid"])) == []
	_read(json.remove(_given, ["workspace/action_accounts"])) == []
}

test_each_right_is_needed if {
	_read(_with([_entries[1], _entries[2]])) == [false]
	_read(_with([_entries[0], _entries[2]])) == [false]
	_read(_with([_entries[0], _entries[1]])) == [false]
}

# Protected users get the list as it stands there: what is only for objects below is not for them.
test_only_what_is_on_the_object_itself if {
	_read(_with([_ace(983551, _all, {})])) == [true]
	_read(_with([_ace(983551, _all, {"flags": 10})])) == [false]
	_read(_with([_ace(983551, _all, {"flags": 2})])) == [true]
	_read(_with([_ace(983551, _all, {"sid": "S-1-5-21-1004336348-1177238915-682003330-1131"})])) == [true]
	_read(_with([_ace(983551, _all, {"sid": "S-1-5-21-1004336348-1177238915-682003330-512"})])) == [false]
}

test_nobody_is_protected if {
	_read(json.patch(_with([]), [{"op": "replace", "path": "/domain/admin_count_users", "value": 0}])) == [true]
	_read(json.patch(_with([]), [{"op": "replace", "path": "/domain/admin_count_users", "value": 1}])) == [false]
}

test_no_account_at_all if {
	nobody := _change("/workspace/action_accounts", {})
	_read(nobody) == [false]
	_read(json.patch(nobody, [{"op": "replace", "path": "/domain/admin_count_users", "value": 1}])) == [false]
	_read(json.patch(nobody, [{"op": "replace", "path": "/domain/admin_count_users", "value": 0}])) == [true]
	_read(json.remove(nobody, ["domain/admin_count_users"])) == []
}

test_applies if {
	protected_users.applies with input as _given
	[x | x := protected_users.applies with input as _change("/workspace/action_account_mode", "local_system")] == [false]
	[x | x := protected_users.applies with input as json.remove(_given, ["workspace/action_account_mode"])] == []
}

test_shows_its_evidence if {
	protected_users.observed == {
		"protected_users": 14,
		"held": {
			"mdiact01$@contoso.com: account_control": "0x0",
			"mdiact01$@contoso.com: password_last_set": "0x0",
			"mdiact01$@contoso.com: reset_password": "0x100",
		},
	} with input as _with([_entries[0]])
	protected_users.required == {"account_control": "0x30", "password_last_set": "0x30", "reset_password": "0x100"} with input as _given
}
