package mdi.decisions.retrieval_group_test

import data.mdi.decisions.retrieval_group

_choice(given, key) := [answer | answer := retrieval_group.choice[key] with input as given]

_reason(given, key) := text if text := concat(" ", retrieval_group.reasons[key]) with input as given

_warning(given, key) := text if text := concat(" ", retrieval_group.warnings[key]) with input as given

_dc(domain) := {"roles": {"dc": true}, "domain": domain, "forest": "contoso.com"}

_key := "mdisvc01$@contoso.com"

# One domain, one writable controller.
_small := {
	"spec": {
		"dsa": {"kind": "gmsa", "accounts": {_key: {"serves": {"contoso.com": true}}}},
		"sensors": {"dc01.contoso.com": {"generation": "v2"}},
	},
	"servers": {"dc01.contoso.com": _dc("contoso.com")},
	"domains": {"contoso.com": {"sid": "S-1-5-21-1-2-3"}},
}

_and(name, generation, server) := json.patch(_small, [
	{"op": "add", "path": sprintf("/spec/sensors/%s", [name]), "value": {"generation": generation}},
	{"op": "add", "path": sprintf("/servers/%s", [name]), "value": server},
	{"op": "add", "path": "/spec/dsa/accounts/mdisvc01$@contoso.com/serves/emea.contoso.com", "value": true},
])

test_controllers_of_one_domain_are_members_already if {
	_choice(_small, _key) == ["S-1-5-21-1-2-3-516"]
	contains(_reason(_small, _key), "members already")
}

test_v3_sensors_do_not_count if _choice(_and("ca01.contoso.com", "v3", {"roles": {"dc": false}, "domain": "contoso.com"}), _key) == ["S-1-5-21-1-2-3-516"]

test_other_servers_need_a_group_of_their_own if {
	every generation in ["v2", "standalone"] {
		given := _and("x.contoso.com", generation, {"roles": {"dc": false}, "domain": "contoso.com", "forest": "contoso.com"})
		_choice(given, _key) == ["mdi-sensors@contoso.com"]
		contains(_reason(given, _key), "exactly")
	}
}

test_several_domains_share_a_universal_group if {
	given := _and("dc01.emea.contoso.com", "v2", _dc("emea.contoso.com"))
	_choice(given, _key) == ["mdi-sensors@contoso.com"]
	contains(_reason(given, _key), "universal")
}

test_several_forests_need_a_domain_local_group if {
	given := json.patch(_and("dc01.emea.contoso.com", "v2", _dc("emea.contoso.com")), [{"op": "replace", "path": "/servers/dc01.emea.contoso.com/forest", "value": "fabrikam.com"}])
	contains(_reason(given, _key), "forests")
}

test_servers_of_other_domains_have_accounts_of_their_own if {
	given := json.patch(_and("dc01.emea.contoso.com", "v2", _dc("emea.contoso.com")), [{"op": "remove", "path": "/spec/dsa/accounts/mdisvc01$@contoso.com/serves/emea.contoso.com"}])
	_choice(given, _key) == ["S-1-5-21-1-2-3-516"]
}

test_nobody_uses_it_yet if _choice(json.patch(_small, [{"op": "replace", "path": "/spec/sensors", "value": {}}]), _key) == ["mdi-sensors@contoso.com"]

_asked(group) := json.patch(_and("x.contoso.com", "v2", {"roles": {"dc": false}, "domain": "contoso.com"}), [{"op": "add", "path": "/spec/dsa/accounts/mdisvc01$@contoso.com/readers", "value": group}])

test_spec_decides if {
	_choice(_asked("tier0@contoso.com"), _key) == ["tier0@contoso.com"]
	contains(_reason(_asked("tier0@contoso.com"), _key), "asks")
	[asked | asked := retrieval_group.asked[_key] with input as _asked("tier0@contoso.com")] == ["tier0@contoso.com"]
	[asked | asked := retrieval_group.asked[_key] with input as _small] == []
}

test_a_group_that_role_servers_are_not_in_is_warned_about if {
	contains(_warning(_asked("S-1-5-21-1-2-3-516"), _key), "could not read")
	_warning(_asked("S-1-5-21-1-2-3-512"), _key) == ""
	_warning(json.patch(_asked("S-1-5-21-1-2-3-516"), [{"op": "replace", "path": "/servers/x.contoso.com/roles/dc", "value": true}]), _key) == ""
	_warning(_small, _key) == ""
}

test_unread_facts_leave_it_open if {
	every path in ["/servers/dc01.contoso.com/roles", "/servers/dc01.contoso.com/domain", "/domains/contoso.com/sid"] {
		_choice(json.patch(_small, [{"op": "remove", "path": path}]), _key) == [""]
	}
	_choice(_and("x.contoso.com", "v2", {"roles": {"dc": true}}), _key) == [""]
}

test_a_user_account_has_no_readers if _choice(json.patch(_small, [{"op": "replace", "path": "/spec/dsa/kind", "value": "user"}]), _key) == []

test_readers_of_a_user_account_are_not_asked_for if {
	asked := retrieval_group.asked with input as json.patch(_asked("tier0@contoso.com"), [{"op": "replace", "path": "/spec/dsa/kind", "value": "user"}])
	asked == {}
}

test_controllers_with_a_v3_sensor_read_nothing if {
	given := json.patch(_and("x.contoso.com", "v2", {"roles": {"dc": false}, "domain": "contoso.com", "forest": "contoso.com"}), [
		{"op": "replace", "path": "/spec/sensors/dc01.contoso.com/generation", "value": "v3"},
		{"op": "add", "path": "/servers/dc01.fabrikam.com", "value": {"roles": {"dc": true}, "domain": "fabrikam.com", "forest": "fabrikam.com"}},
	])
	_choice(given, _key) == ["mdi-sensors@contoso.com"]
	contains(_reason(given, _key), "exactly")
}
