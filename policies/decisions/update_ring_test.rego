package mdi.decisions.update_ring_test

import data.mdi.decisions.update_ring

_choice(given, key) := [answer | answer := update_ring.choice[key] with input as given]

_reason(given, key) := text if text := concat(" ", update_ring.reasons[key]) with input as given

_dc(domain) := {"domain": domain, "fsmo": {"pdc_emulator": false}}

_estate := {
	"spec": {"sensors": {name: {"generation": "v2", "migrate": false} | some name in ["a.one", "b.one", "c.one", "d.two"]}},
	"servers": {"a.one": {"domain": "one", "fsmo": {"pdc_emulator": true}}, "b.one": _dc("one"), "c.one": _dc("one"), "d.two": _dc("two")},
	"sensors": {"c.one": {"generation": "v2", "version": "2.254.19112.469"}},
	"domains": {"one": {}, "two": {}},
}

_with(path, value) := json.patch(_estate, [{"op": "add", "path": path, "value": value}])

test_one_of_every_domain_goes_first if {
	_choice(_estate, "b.one") == ["at_once"]
	_choice(_estate, "d.two") == ["at_once"]
	contains(_reason(_estate, "b.one"), "every domain")
}

test_the_others_follow if {
	_choice(_estate, "a.one") == ["delayed"]
	_choice(_estate, "c.one") == ["delayed"]
	contains(_reason(_estate, "a.one"), "72 hours")
}

test_the_pdc_emulator_of_the_domain_is_not_first if {
	given := json.patch(_with("/domains/one/pdc_emulator", "a.one"), [{"op": "remove", "path": "/servers/a.one/fsmo"}])
	_choice(given, "a.one") == ["delayed"]
	_choice(given, "b.one") == ["at_once"]
}

test_somebody_goes_first_even_with_a_role if _choice(_with("/servers/d.two/fsmo/rid_master", true), "d.two") == ["at_once"]

test_the_only_one_without_a_role_goes_first if {
	given := _with("/servers/c.one/fsmo/rid_master", true)
	_choice(given, "b.one") == ["at_once"]
	_choice(given, "a.one") == ["delayed"]
}

test_servers_without_a_classic_sensor_take_nobodys_place if {
	given := _with("/servers/a.two", _dc("two"))
	_choice(given, "d.two") == ["at_once"]
	_choice(
		json.patch(given, [
			{"op": "add", "path": "/servers/d.two/fsmo/rid_master", "value": true},
			{"op": "add", "path": "/servers/a.two/fsmo/schema_master", "value": true},
		]),
		"d.two",
	) == ["at_once"]
}

test_few_sensors_have_no_ring if {
	two := json.patch(_estate, [{"op": "remove", "path": "/spec/sensors/c.one"}, {"op": "remove", "path": "/spec/sensors/d.two"}])
	_choice(two, "a.one") == ["at_once"]
	_choice(two, "b.one") == ["at_once"]
	contains(_reason(two, "a.one"), "too few")
	three := json.patch(_estate, [{"op": "remove", "path": "/spec/sensors/d.two"}])
	_choice(three, "a.one") == ["delayed"]
}

test_v3_sensors_have_rings_of_their_own if {
	_choice(_with("/spec/sensors/c.one/generation", "v3"), "c.one") == []
	asked := update_ring.asked with input as _with("/spec/sensors/c.one", {"generation": "v3", "delayed_update": true})
	asked == {}
}

test_a_standalone_sensor_is_a_classic_one if _choice(_with("/spec/sensors/c.one/generation", "standalone"), "c.one") == ["delayed"]

_migrating(version) := json.patch(_estate, [
	{"op": "replace", "path": "/spec/sensors/c.one", "value": {"generation": "v3", "migrate": true}},
	{"op": "replace", "path": "/sensors/c.one/version", "value": version},
])

test_what_is_to_be_migrated_does_not_wait_for_the_version if {
	_choice(_migrating("2.254.19112.469"), "c.one") == ["at_once"]
	contains(_reason(_migrating("2.254.19112.469"), "c.one"), "migrated")
	_choice(_migrating("2.254.19112.470"), "c.one") == ["delayed"]
}

test_migrated_sensors_are_no_classic_ones if _choice(json.patch(_migrating("2.254.19112.470"), [{"op": "replace", "path": "/sensors/c.one/generation", "value": "v3"}]), "c.one") == []

test_spec_decides if {
	_choice(_with("/spec/sensors/b.one/delayed_update", true), "b.one") == ["delayed"]
	_choice(_with("/spec/sensors/a.one/delayed_update", false), "a.one") == ["at_once"]
	contains(_reason(_with("/spec/sensors/a.one/delayed_update", false), "a.one"), "asks")
	[asked | asked := update_ring.asked["a.one"] with input as _with("/spec/sensors/a.one/delayed_update", false)] == [false]
}

test_unread_facts_leave_it_open if {
	_choice(json.patch(_estate, [{"op": "remove", "path": "/servers/c.one"}]), "c.one") == [""]
	_choice(json.patch(_migrating("2.254.19112.470"), [{"op": "remove", "path": "/sensors/c.one/version"}]), "c.one") == [""]
}
