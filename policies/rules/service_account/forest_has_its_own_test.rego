package mdi.rules.service_account.forest_has_its_own_test

import data.mdi.rules.service_account.forest_has_its_own

_read(given) := [answer | answer := forest_has_its_own.compliant with input as given]

_applies(given) := [answer | answer := forest_has_its_own.applies with input as given]

_observed(given) := [answer | answer := forest_has_its_own.observed with input as given]

_base := {
	"subject": {"kind": "forest", "key": "contoso.com"},
	"spec": {},
	"forest": {"domains": {"contoso.com": true, "emea.contoso.com": true}},
	"workspace": {"dsa_entries": {"mdisvc01$@emea.contoso.com": {"domain_name": "EMEA.contoso.com"}}},
}

_across(home, trust) := {
	"subject": {"kind": "forest", "key": "contoso.com"},
	"spec": {},
	"forest": {"domains": {"contoso.com": true}, "trusts": {"fabrikam.com": trust}},
	"workspace": {"dsa_entries": {"mdisvc02$@fabrikam.com": {"domain_name": home}}},
}

test_complies if _read(_base) == [true]

test_was_not_read if {
	_read(json.remove(_base, ["workspace"])) == []
	_read(json.remove(_base, ["forest"])) == []
	_read(json.remove(_base, ["workspace/dsa_entries/mdisvc01$@emea.contoso.com/domain_name"])) == []
	_read(json.remove(_across("fabrikam.com", {"direction": "two_way", "kerberos": true}), ["forest/trusts"])) == []
	_read(json.remove(_across("fabrikam.com", {"direction": "two_way", "kerberos": true}), ["forest/domains"])) == []
}

test_applies_where_there_is_an_entry if {
	_applies(_base) == [true]
	_applies(object.union(json.remove(_base, ["workspace"]), {"workspace": {"dsa_entries": {}}})) == [false]
	_applies(json.remove(_base, ["workspace"])) == []
}

# EC-84: a two-way Kerberos trust carries the account of the partner; a one-way trust and none do not.
test_ec84_by_trust if {
	_read(_across("fabrikam.com", {"direction": "two_way", "kerberos": true, "kind": "forest"})) == [true]
	_read(_across("fabrikam.com", {"direction": "outbound", "kerberos": true, "kind": "external"})) == [false]
	_read(_across("fabrikam.com", {"direction": "inbound", "kerberos": true, "kind": "external"})) == [false]
	_read(_across("fabrikam.com", {"direction": "two_way", "kerberos": false, "kind": "external"})) == [false]
	_read(_across("adatum.com", {"direction": "two_way", "kerberos": true, "kind": "forest"})) == [false]
	_read(_across("fabrikam.com", {"direction": "two_way", "kind": "forest"})) == []
}

test_one_of_several_is_enough if {
	given := object.union(_across("adatum.com", {"direction": "two_way", "kerberos": true}), {"workspace": {"dsa_entries": {"mdisvc03$@contoso.com": {"domain_name": "contoso.com"}}}})
	_read(given) == [true]
	_observed(given) == [{"own": {"mdisvc03$@contoso.com"}, "across a trust": set()}]
}

test_one_of_several_is_not_told if _read(object.union(_across("adatum.com", {"direction": "two_way", "kerberos": true}), {"workspace": {"dsa_entries": {"mdisvc03$@contoso.com": {}}}})) == []

test_shows_its_evidence if {
	count(_observed(_base)) == 1
	count([required | required := forest_has_its_own.required with input as _base]) == 1
}
