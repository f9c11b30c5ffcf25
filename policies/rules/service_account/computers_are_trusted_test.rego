package mdi.rules.service_account.computers_are_trusted_test

import data.mdi.rules.service_account.computers_are_trusted

_read(given) := [answer | answer := computers_are_trusted.compliant with input as given]

_applies(given) := [answer | answer := computers_are_trusted.applies with input as given]

_observed(given) := [answer | answer := computers_are_trusted.observed with input as given]

_base := {
	"subject": {"kind": "sensor", "key": "dc05.emea.contoso.com"},
	"spec": {"dsa": {"accounts": {"mdisvc01$@contoso.com": {"serves": {"contoso.com": true, "emea.contoso.com": true}}}}},
	"server": {"domain": "emea.contoso.com", "forest": "contoso.com"},
	"forest": {"domains": {"contoso.com": true, "emea.contoso.com": true}},
	"accounts": {"mdisvc01$@contoso.com": {"domain": "contoso.com"}},
}

_across(trust) := object.union(_base, {
	"accounts": {"mdisvc01$@contoso.com": {"domain": "fabrikam.com"}},
	"forest": {"trusts": {"fabrikam.com": trust}},
})

test_complies if _read(_base) == [true]

test_another_forest if {
	_read(_across({"direction": "two_way", "kerberos": true})) == [true]
	_read(_across({"direction": "inbound", "kerberos": true})) == [true]
	_read(_across({"direction": "outbound", "kerberos": true})) == [false]
	_read(_across({"direction": "two_way", "kerberos": false})) == [false]
	_read(object.union(_across({"direction": "two_way", "kerberos": true}), {"accounts": {"mdisvc01$@contoso.com": {"domain": "adatum.com"}}})) == [false]
}

test_was_not_read if {
	_read(json.remove(_base, ["accounts"])) == []
	_read(json.remove(_base, ["forest"])) == []
	_read(json.remove(_across({"direction": "two_way", "kerberos": true}), ["forest/trusts"])) == []
	_read(json.remove(_across({"direction": "two_way", "kerberos": true}), ["forest/domains"])) == []
	_read(_across({"direction": "two_way"})) == []
}

test_every_account_counts if {
	given := object.union(_base, {"spec": {"dsa": {"accounts": {"mdisvc02$@fabrikam.com": {"serves": {"emea.contoso.com": true}}}}}})
	_read(given) == []
	_read(object.union(given, {"accounts": {"mdisvc02$@fabrikam.com": {"domain": "fabrikam.com"}}, "forest": {"trusts": {}}})) == [false]
}

test_other_accounts_are_no_matter if {
	given := object.union(_base, {"accounts": {"alice@fabrikam.com": {"domain": "fabrikam.com"}}, "forest": {"trusts": {}}})
	_read(given) == [true]
	_observed(given) == [{"mdisvc01$@contoso.com": "contoso.com"}]
}

test_applies_with_a_managed_account if {
	_applies(_base) == [true]
	_applies(object.union(_base, {"server": {"domain": "adatum.com"}})) == [false]
	_applies(json.remove(_base, ["server"])) == []
}

test_shows_its_evidence if {
	_observed(_base) == [{"mdisvc01$@contoso.com": "contoso.com"}]
	is_string(computers_are_trusted.required) with input as _base
}
