package mdi.rules.service_account.domain_resolves_test

import data.mdi.rules.service_account.domain_resolves

_read(given) := [answer | answer := domain_resolves.compliant with input as given]

_applies(given) := [answer | answer := domain_resolves.applies with input as given]

_observed(given) := [answer | answer := domain_resolves.observed with input as given]

_base := {
	"run": {"now": "2026-11-24T09:00:00Z", "profile": "v2-current"},
	"subject": {"kind": "domain", "key": "emea.contoso.com"},
	"spec": {},
	"forest": {"domains": {"contoso.com": true, "emea.contoso.com": true, "apac.contoso.com": true}},
	"workspace": {"dsa_entries": {"mdisvc01$@contoso.com": {"account_name": "mdiSvc01$", "domain_name": "Contoso.com", "type": "gmsa"}}},
	"accounts": {"mdisvc01$@contoso.com": {"exists": true, "enabled": true, "domain": "contoso.com"}},
}

# An estate with one entry, in another forest that a trust leads to.
_across(trust) := object.union(
	json.remove(_base, ["workspace/dsa_entries", "accounts"]),
	{
		"forest": {"trusts": {"fabrikam.com": trust}},
		"workspace": {"dsa_entries": {"mdisvc02$@fabrikam.com": {"account_name": "mdiSvc02$", "domain_name": "fabrikam.com", "type": "gmsa"}}},
		"accounts": {"mdisvc02$@fabrikam.com": {"exists": true, "enabled": true, "domain": "fabrikam.com"}},
	},
)

_entries(entries) := object.union(json.remove(_base, ["workspace"]), {"workspace": {"dsa_entries": entries}})

_tried(entries) := [at | at := domain_resolves.observed.tried with input as _entries(entries)]

test_complies if _read(_base) == [true]

test_no_trust_is_needed_at_home if _read(object.union(_base, {"forest": {"trusts": {}}})) == [true]

test_was_not_read if {
	_read(json.remove(_base, ["workspace"])) == []
	_read(json.remove(_base, ["forest/domains"])) == []
	_read(object.union(json.remove(_base, ["forest/domains"]), {"forest": {"trusts": {}}})) == []
	_read(json.remove(_base, ["accounts"])) == []
	_read(json.remove(_base, ["accounts/mdisvc01$@contoso.com/exists"])) == []
	_read(json.remove(_base, ["accounts/mdisvc01$@contoso.com/enabled"])) == []
	_read(json.remove(_base, ["accounts/mdisvc01$@contoso.com/domain"])) == []
}

test_applies_where_there_is_an_entry if {
	_applies(_base) == [true]
	_applies(_entries({})) == [false]
	_applies(json.remove(_base, ["workspace"])) == []
}

test_there_is_no_such_account if _read(object.union(_base, {"accounts": {"mdisvc01$@contoso.com": {"exists": false}}})) == [false]

test_the_account_is_disabled if _read(object.union(_base, {"accounts": {"mdisvc01$@contoso.com": {"enabled": false}}})) == [false]

test_another_entry_takes_over if _read(object.union(_base, {
	"workspace": {"dsa_entries": {"old@contoso.com": {"account_name": "old", "domain_name": "contoso.com", "type": "user"}}},
	"accounts": {"old@contoso.com": {"exists": false}},
})) == [true]

test_the_only_one_that_is_told_does_not if _read(object.union(_base, {
	"workspace": {"dsa_entries": {"old@contoso.com": {"account_name": "old", "domain_name": "contoso.com", "type": "user"}}},
	"accounts": {"old@contoso.com": {"exists": true}, "mdisvc01$@contoso.com": {"exists": false}},
})) == []

test_across_a_trust if {
	_read(_across({"direction": "two_way", "kerberos": true})) == [true]
	_read(_across({"direction": "outbound", "kerberos": true})) == [true]
	_read(_across({"direction": "inbound", "kerberos": true})) == [false]
	_read(_across({"direction": "two_way", "kerberos": false})) == [false]
	_read(_across({"direction": "two_way"})) == []
	_read(_across({"kerberos": true})) == []
	_read(json.remove(_across({"direction": "two_way", "kerberos": true}), ["forest/trusts"])) == []
}

test_the_trust_covers_what_lies_below if {
	given := _across({"direction": "two_way", "kerberos": true})
	_read(object.union(given, {"accounts": {"mdisvc02$@fabrikam.com": {"domain": "emea.fabrikam.com"}}})) == [true]
	_read(object.union(given, {"accounts": {"mdisvc02$@fabrikam.com": {"domain": "evilfabrikam.com"}}})) == [false]
}

# EC-66: the user of the parent comes before the managed account of a sibling.
test_ec66_parent_before_sibling if _tried({
	"svc@contoso.com": {"account_name": "svc", "domain_name": "contoso.com", "type": "user"},
	"mdi$@apac.contoso.com": {"account_name": "mdi$", "domain_name": "apac.contoso.com", "type": "gmsa"},
	"mdi$@emea.contoso.com": {"account_name": "mdi$", "domain_name": "emea.contoso.com", "type": "gmsa"},
	"mdi$@fabrikam.com": {"account_name": "mdi$", "domain_name": "fabrikam.com", "type": "gmsa"},
}) == [{"svc@contoso.com": 2, "mdi$@apac.contoso.com": 3, "mdi$@emea.contoso.com": 1, "mdi$@fabrikam.com": 4}]

# Another tree of the forest shares no root.
test_another_tree if {
	given := object.union(_entries({"mdi$@adatum.com": {"account_name": "mdi$", "domain_name": "adatum.com", "type": "gmsa"}}), {"forest": {"domains": {"adatum.com": true}}})
	[at | at := domain_resolves.observed.tried with input as given] == [{"mdi$@adatum.com": 4}]
}

# The forest need not list the domain for the steps by name.
test_a_domain_that_the_forest_does_not_list if {
	given := object.union(
		_entries({
			"mdi$@adatum.com": {"account_name": "mdi$", "domain_name": "adatum.com", "type": "gmsa"},
			"mdi$@emea.adatum.com": {"account_name": "mdi$", "domain_name": "emea.adatum.com", "type": "gmsa"},
		}),
		{"subject": {"key": "emea.adatum.com"}},
	)
	[at | at := domain_resolves.observed.tried with input as given] == [{"mdi$@adatum.com": 2, "mdi$@emea.adatum.com": 1}]
}

# EC-66b: a child of the domain comes before everything outside the root.
test_ec66b_child_before_others if {
	given := object.union(
		_entries({
			"mdi$@emea.contoso.com": {"account_name": "mdi$", "domain_name": "emea.contoso.com", "type": "gmsa"},
			"mdi$@fabrikam.com": {"account_name": "mdi$", "domain_name": "fabrikam.com", "type": "gmsa"},
		}),
		{"subject": {"key": "contoso.com"}},
	)
	[at | at := domain_resolves.observed.tried with input as given] == [{"mdi$@emea.contoso.com": 3, "mdi$@fabrikam.com": 4}]
}

# EC-67: an entry that is tried last is tried all the same.
test_ec67_round_robin if {
	given := object.union(_across({"direction": "two_way", "kerberos": true}), {"subject": {"key": "emea.contoso.com"}})
	_observed(given) == [{"tried": {"mdisvc02$@fabrikam.com": 4}, "can log on": {"mdisvc02$@fabrikam.com"}}]
}

test_shows_its_evidence if {
	_observed(_base) == [{"tried": {"mdisvc01$@contoso.com": 2}, "can log on": {"mdisvc01$@contoso.com"}}]
	_observed(object.union(_base, {"accounts": {"mdisvc01$@contoso.com": {"enabled": false}}})) == [{"tried": {"mdisvc01$@contoso.com": 2}, "can log on": set()}]
	is_string(domain_resolves.required) with input as _base
}
