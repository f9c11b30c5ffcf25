package mdi.rules.directory.forests_trust_accounts_test

import data.mdi.rules.directory.forests_trust_accounts

_read(given) := [answer | answer := forests_trust_accounts.compliant with input as given]

_applies(given) := [answer | answer := forests_trust_accounts.applies with input as given]

_observed(given) := [answer | answer := forests_trust_accounts.observed with input as given]

_base := _trust({"direction": "two_way"})

_trust(trust) := {
	"subject": {"kind": "forest", "key": "contoso.com"},
	"spec": {},
	"forest": {"domains": {"contoso.com": true}, "trusts": {"fabrikam.com": trust}},
	"workspace": {"dsa_entries": {
		"mdisvc01$@contoso.com": {"domain_name": "Contoso.com"},
		"mdisvc02$@fabrikam.com": {"domain_name": "Fabrikam.com"},
	}},
}

test_complies if {
	_read(_base) == [true]
	_read(_trust({"direction": "outbound"})) == [true]
}

test_does_not_comply if {
	_read(_trust({"direction": "inbound"})) == [false]
	_read(object.union(json.remove(_base, ["forest/trusts"]), {"forest": {"trusts": {}}})) == [false]
}

test_every_forest_counts if {
	given := object.union(_base, {"workspace": {"dsa_entries": {"mdisvc03$@adatum.com": {"domain_name": "adatum.com"}}}})
	_read(given) == [false]
	_observed(given) == [{"mdisvc02$@fabrikam.com": true, "mdisvc03$@adatum.com": false}]
	_read(object.union(given, {"forest": {"trusts": {"adatum.com": {"direction": "outbound"}}}})) == [true]
}

test_was_not_read if {
	_read(json.remove(_base, ["forest/trusts"])) == []
	_read(_trust({})) == []
}

test_applies_with_an_account_from_elsewhere if {
	_applies(_base) == [true]
	_applies(json.remove(_base, ["workspace/dsa_entries/mdisvc02$@fabrikam.com"])) == [false]
	_applies(json.remove(_base, ["workspace/dsa_entries/mdisvc02$@fabrikam.com/domain_name"])) == []
	_applies(json.remove(_base, ["workspace"])) == []
	_applies(json.remove(_base, ["forest/domains"])) == []
}

test_shows_its_evidence if {
	count(_observed(_base)) == 1
	count([required | required := forests_trust_accounts.required with input as _base]) == 1
}
