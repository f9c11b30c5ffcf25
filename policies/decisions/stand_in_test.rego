package mdi.decisions.stand_in_test

import data.mdi.decisions.stand_in

_estate := {
	"spec": {"sensors": {"a": {"generation": "v2"}, "m": {"generation": "v2"}, "n": {"generation": "none"}}},
	"domains": {"d": {"dcs": {"a": {}, "b": {}, "c": {}, "n": {}}}},
	"servers": {
		"a": {"domain": "d", "site": "x", "roles": {"dc": true}},
		"b": {"domain": "d", "site": "x", "roles": {"dc": true}},
		"c": {"domain": "d", "site": "y", "roles": {"dc": true}},
		"m": {"domain": "d", "site": "x", "roles": {"dc": false, "rodc": false}},
		"n": {"domain": "d", "site": "x", "roles": {"dc": true}},
		"z": {"domain": "e", "site": "y", "roles": {"dc": true}},
	},
}

_alone := _with(_with(_estate, "/servers/b/site", "y"), "/servers/n/site", "y")

_with(given, path, value) := json.patch(given, [{"op": "add", "path": path, "value": value}])

_choice(given) := answer if answer := stand_in.choice with input as given

_reason(given) := text if text := concat(" ", stand_in.reasons.a) with input as given

_warning(given) := lines if lines := stand_in.warnings.a with input as given

_warned(given) := names if names := object.keys(stand_in.warnings) with input as given

test_another_one_of_the_site_goes_on if {
	_choice(_estate) == {"a": "same_site"}
	_reason(_estate) == "In its site b, n goes on for it."
	_warned(_estate) == set()
	_reason(_with(_estate, "/servers/n/site", "y")) == "In its site b goes on for it."
	_choice(_with(_estate, "/servers/n/site", "y")) == {"a": "same_site"}
}

test_alone_in_its_site if {
	_choice(_alone) == {"a": "other_sites"}
	contains(_reason(_alone), "across the WAN")
	_warned(_alone) == {"a"}
	_warning(_alone) == ["The work on it belongs outside working hours, and the link to the next site has to be up."]
}

test_a_sick_neighbour_holds_it if {
	given := _with(_estate, "/servers/b/directory_healthy", false)
	_choice(given) == {"a": "unhealthy"}
	contains(_reason(given), "The directory of b is not healthy: a waits")
	_choice(_with(_estate, "/servers/a/directory_healthy", false)) == {"a": "unhealthy"}
	_warned(given) == set()
	_choice(_with(_alone, "/servers/b/directory_healthy", false)) == {"a": "other_sites"}
	_choice(_with(_estate, "/servers/b/directory_healthy", true)) == {"a": "same_site"}
}

test_read_only_controllers_and_every_generation if {
	given := _with(_with(_estate, "/servers/a/roles", {"dc": false, "rodc": true}), "/spec/sensors/a/generation", "v3")
	_choice(given) == {"a": "same_site"}
	_choice(_with(_estate, "/spec/sensors/a/generation", "standalone")) == {}
	_choice(_with(_estate, "/servers/a/roles", {"dc": false, "rodc": false})) == {}
}

test_an_unread_site_leaves_it_open if {
	_choice(json.patch(_alone, [{"op": "remove", "path": "/servers/c/site"}])) == {"a": ""}
	_choice(json.patch(_estate, [{"op": "remove", "path": "/servers/a/site"}])) == {"a": ""}
	_choice(json.patch(_estate, [{"op": "remove", "path": "/domains"}])) == {"a": ""}
	_choice(json.patch(_estate, [{"op": "remove", "path": "/servers/a/domain"}])) == {"a": ""}
}
