package mdi.rules.service_account.creator_has_rights_test

import data.mdi.rules.service_account.creator_has_rights

_read(given) := [answer | answer := creator_has_rights.compliant with input as given]

_applies(given) := [answer | answer := creator_has_rights.applies with input as given]

_observed(given) := [answer | answer := creator_has_rights.observed with input as given]

_domain := "S-1-5-21-1004336348-1177238915-682003330"

_base := _operator({sprintf("%s-512", [_domain])}, {"contoso.com": true})

_operator(groups, serves) := {
	"subject": {"kind": "account", "key": "op@contoso.com"},
	"spec": {"dsa": {"accounts": {"mdisvc01$@contoso.com": {"serves": serves}}}},
	"account": {"duties": {"create_accounts": true}, "member_of": {group: true | some group in groups}},
	"domain": {"sid": _domain},
}

_two := {"contoso.com": true, "emea.contoso.com": true}

test_complies if {
	_read(_base) == [true]
	_read(_operator({"S-1-5-21-1-2-3-519"}, {"contoso.com": true})) == [true]
}

test_does_not_comply if {
	_read(_operator({sprintf("%s-513", [_domain])}, {"contoso.com": true})) == [false]
	_read(_operator({"S-1-5-21-1-2-3-512"}, {"contoso.com": true})) == [false]
	_read(_operator({"S-1-5-21-1-2-3-1519"}, {"contoso.com": true})) == [false]
}

test_one_account_for_several_domains if {
	_read(_operator({sprintf("%s-512", [_domain])}, _two)) == [false]
	_read(_operator({"S-1-5-21-1-2-3-519"}, _two)) == [true]
}

test_no_account_is_planned if _read(json.remove(_base, ["spec/dsa"])) == [true]

test_was_not_read if {
	_read(json.remove(_base, ["account/member_of"])) == []
	_read(json.remove(_operator(set(), _two), ["account/member_of"])) == []
	_read(json.remove(_base, ["domain"])) == []
}

test_applies_to_whoever_has_the_duty if {
	_applies(_base) == [true]
	_applies(object.union(_base, {"account": {"duties": {"create_accounts": false}}})) == [false]
	_applies(object.union(_base, {"subject": {"key": "mdisvc01$@contoso.com"}})) == [false]
	_applies(json.remove(_base, ["account/duties"])) == []
}

test_shows_its_evidence if {
	_observed(_base) == [{sprintf("%s-512", [_domain])}]
	creator_has_rights.required == "in Domain Admins or Enterprise Admins" with input as _base
	creator_has_rights.required == "in Enterprise Admins" with input as _operator(set(), _two)
}
