package mdi.decisions.domain_synchroniser_test

import data.mdi.decisions.domain_synchroniser

_choice(given) := [answer | answer := domain_synchroniser.choice with input as given]

_reason(given) := text if text := concat(" ", domain_synchroniser.reasons) with input as given

_warning(given) := text if text := concat(" ", domain_synchroniser.warnings) with input as given

_estate := {
	"spec": {"sensors": {"dc01.a": {"generation": "v2"}, "rodc01.b": {"generation": "v2"}, "dc02.b": {"generation": "v3"}}},
	"servers": {
		"dc01.a": {"domain": "a", "roles": {"dc": true}},
		"rodc01.b": {"domain": "b", "roles": {"dc": false}},
		"dc02.b": {"domain": "b", "roles": {"dc": true}},
	},
}

test_the_service_chooses if {
	_choice(_estate) == ["service"]
	contains(_reason(_estate), "one sensor of every domain")
}

test_a_domain_without_a_writable_controller_is_named if {
	endswith(_warning(_estate), ": b.")
	endswith(_warning(json.patch(_estate, [{"op": "add", "path": "/servers/dc01.c", "value": {"domain": "c", "roles": {"dc": false}}}])), ": b.")
	_warning(json.patch(_estate, [{"op": "replace", "path": "/servers/rodc01.b/roles/dc", "value": true}])) == ""
	_warning(json.patch(_estate, [{"op": "replace", "path": "/spec/sensors/dc02.b/generation", "value": "v2"}])) == ""
}

test_unread_facts_are_no_reason_to_warn if {
	_warning(json.patch(_estate, [{"op": "remove", "path": "/servers/rodc01.b/roles"}])) == ""
	_warning(json.patch(_estate, [{"op": "remove", "path": "/servers/dc01.a/domain"}])) == ""
	_choice({"spec": {"sensors": {}}}) == ["service"]
}
