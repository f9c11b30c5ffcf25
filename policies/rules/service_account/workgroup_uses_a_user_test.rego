package mdi.rules.service_account.workgroup_uses_a_user_test

import data.mdi.rules.service_account.workgroup_uses_a_user

_read(given) := [answer | answer := workgroup_uses_a_user.compliant with input as given]

_applies(given) := [answer | answer := workgroup_uses_a_user.applies with input as given]

_observed(given) := [answer | answer := workgroup_uses_a_user.observed with input as given]

_base := _entries({"svc@contoso.com": {"type": "user"}, "mdisvc01$@contoso.com": {"type": "gmsa"}})

_entries(entries) := {
	"subject": {"kind": "sensor", "key": "sa01.contoso.com"},
	"spec": {},
	"server": {"domain_joined": false},
	"workspace": {"dsa_entries": entries},
}

test_complies if {
	_read(_base) == [true]
	_read(_entries({"svc@contoso.com": {"type": "user"}})) == [true]
}

test_does_not_comply if {
	_read(_entries({"mdisvc01$@contoso.com": {"type": "gmsa"}})) == [false]
	_read(_entries({})) == [false]
}

test_was_not_read if {
	_read(json.remove(_base, ["workspace"])) == []
	_read(_entries({"mdisvc01$@contoso.com": {"type": "gmsa"}, "svc@contoso.com": {}})) == []
}

test_applies_in_a_workgroup if {
	_applies(_base) == [true]
	_applies(object.union(_base, {"server": {"domain_joined": true}})) == [false]
	_applies(json.remove(_base, ["server"])) == []
}

test_shows_its_evidence if {
	count(_observed(_base)) == 1
	count([required | required := workgroup_uses_a_user.required with input as _base]) == 1
}
