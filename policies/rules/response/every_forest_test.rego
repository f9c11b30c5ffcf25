package mdi.rules.response.every_forest_test

import data.mdi.rules.response.every_forest

_read(given) := [answer | answer := every_forest.compliant with input as given]

_given := {
	"workspace": {"action_account_mode": "gmsa", "action_accounts": {"mdiact01$@contoso.com": {"domain_name": "contoso.com"}}},
	"forest": {"domains": {"fabrikam.com": true, "emea.fabrikam.com": true}, "trusts": {"contoso.com": {"direction": "two_way", "transitive": true}}},
}

_own(domain) := json.patch(_given, [{"op": "replace", "path": "/workspace/action_accounts/mdiact01$@contoso.com/domain_name", "value": domain}])

_trust(direction, transitive) := json.patch(_given, [{"op": "replace", "path": "/forest/trusts/contoso.com", "value": {"direction": direction, "transitive": transitive}}])

test_trusts_the_account if _read(_given) == [true]

test_does_not_trust_it if _read(json.patch(_given, [{"op": "replace", "path": "/forest/trusts", "value": {}}])) == [false]

test_has_its_own if {
	_read(json.remove(_own("fabrikam.com"), ["forest/trusts"])) == [true]
	_read(json.remove(_own("EMEA.fabrikam.com"), ["forest/trusts"])) == [true]
}

test_was_not_read if {
	_read(json.remove(_given, ["forest"])) == []
	_read(json.remove(_given, ["forest/trusts"])) == []
	_read(json.remove(_given, ["forest/trusts/contoso.com/direction"])) == []
	_read(json.remove(_given, ["workspace/action_accounts"])) == []
	_read(json.remove(_given, ["workspace/action_accounts/mdiact01$@contoso.com/domain_name"])) == []
	_read(json.remove(_trust("inbound", true), ["forest/domains"])) == []
}

test_the_direction_of_the_trust if {
	_read(_trust("outbound", false)) == [true]
	_read(_trust("two_way", false)) == [true]
	_read(_trust("inbound", true)) == [false]
}

test_an_account_of_a_domain_below if {
	_read(json.patch(_trust("outbound", true), [{"op": "replace", "path": "/workspace/action_accounts/mdiact01$@contoso.com/domain_name", "value": "apac.contoso.com"}])) == [true]
	_read(json.patch(_trust("outbound", false), [{"op": "replace", "path": "/workspace/action_accounts/mdiact01$@contoso.com/domain_name", "value": "apac.contoso.com"}])) == [false]
	_read(json.patch(_trust("outbound", true), [{"op": "replace", "path": "/workspace/action_accounts/mdiact01$@contoso.com/domain_name", "value": "notcontoso.com"}])) == [false]
	_read(json.remove(_own("apac.contoso.com"), ["forest/trusts/contoso.com/transitive"])) == []
}

test_no_account_at_all if _read(json.patch(_given, [{"op": "replace", "path": "/workspace/action_accounts", "value": {}}])) == [false]

test_applies if {
	every_forest.applies with input as _given
	[x | x := every_forest.applies with input as json.patch(_given, [{"op": "replace", "path": "/workspace/action_account_mode", "value": "local_system"}])] == [false]
	[x | x := every_forest.applies with input as json.remove(_given, ["workspace/action_account_mode"])] == []
}

test_shows_its_evidence if {
	every_forest.observed == {"own": set(), "trusted": {"mdiact01$@contoso.com"}} with input as _given
	is_string(every_forest.required) with input as _given
}
