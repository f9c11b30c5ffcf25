package mdi.rules.people.installer_is_administrator_test

import data.mdi.rules.people.installer_is_administrator

_read(given) := [answer | answer := installer_is_administrator.compliant with input as given]

_applies(given) := [answer | answer := installer_is_administrator.applies with input as given]

_good := _given({"alice@contoso.com": _account(true, ["S-1-5-21-1-2-3-512"])}, {"S-1-5-21-1-2-3-512": true})

test_complies if _read(_good) == [true]

test_shows_its_evidence if {
	count([observed | observed := installer_is_administrator.observed with input as _good]) == 1
	count([required | required := installer_is_administrator.required with input as _good]) == 1
}

_given(accounts, members) := {"accounts": accounts, "server": {"local_groups": {"S-1-5-32-544": members}}}

_account(installs, groups) := {"duties": {"install_sensor": installs}, "sid": "S-1-5-21-1-2-3-1104", "member_of": {group: true | some group in groups}}

test_does_not_comply if _read(_given({"alice@contoso.com": _account(true, ["S-1-5-21-1-2-3-513"])}, {"S-1-5-21-1-2-3-512": true})) == [false]

test_was_not_read if {
	_read({}) == []
	_applies({}) == []
}

test_by_name if _read(_given({"alice@contoso.com": _account(true, [])}, {"S-1-5-21-1-2-3-1104": true})) == [true]

test_another_group if _read({
	"accounts": {"alice@contoso.com": _account(true, ["S-1-5-21-1-2-3-512"])},
	"server": {"local_groups": {"S-1-5-32-544": {}, "S-1-5-32-559": {"S-1-5-21-1-2-3-512": true}}},
}) == [false]

test_each_installer if _read(_given(
	{"alice@contoso.com": _account(true, ["S-1-5-21-1-2-3-512"]), "bob@contoso.com": _account(true, [])},
	{"S-1-5-21-1-2-3-512": true},
)) == [false]

test_who_does_not_install_is_not_asked if _read(_given(
	{"alice@contoso.com": _account(true, ["S-1-5-21-1-2-3-512"]), "bob@contoso.com": _account(false, [])},
	{"S-1-5-21-1-2-3-512": true},
)) == [true]

test_no_operator_is_not_asked if _read(object.union(_good, {"accounts": {"krbtgt@contoso.com": {"sid": "S-1-5-21-1-2-3-502"}}})) == [true]

test_somebody_else_might_install if {
	_read(object.union(_good, {"accounts": {"bob@contoso.com": {"duties": {"respond": true}}}})) == []
	_applies(object.union(_good, {"accounts": {"bob@contoso.com": {"duties": {"respond": true}}}})) == [true]
	_applies(_given({"bob@contoso.com": {"duties": {"respond": true}}}, {})) == []
}

test_one_that_may_not_is_enough if _read(object.union(
	_given({"alice@contoso.com": _account(true, [])}, {}),
	{"accounts": {"bob@contoso.com": {"duties": {}}}},
)) == [false]

test_facts_of_the_installer_were_not_read if {
	_read(json.remove(_good, ["/accounts/alice@contoso.com/sid"])) == []
	_read(json.remove(_good, ["/accounts/alice@contoso.com/member_of"])) == []
	_read(json.remove(_good, ["/server/local_groups"])) == []
	_read(json.remove(_good, ["/server/local_groups/S-1-5-32-544"])) == []
}

test_applies if {
	_applies(_good) == [true]
	_applies(_given({"alice@contoso.com": _account(false, [])}, {})) == [false]
	_applies(_given({}, {})) == [false]
}
