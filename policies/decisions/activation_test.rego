package mdi.decisions.activation_test

import data.mdi.decisions.activation

_choice(given) := [answer | answer := activation.choice with input as given]

_reason(given) := text if text := concat(" ", activation.reasons) with input as given

_warning(given) := text if text := concat(" ", activation.warnings) with input as given

_estate := {
	"spec": {"sensors": {"dc01": {"generation": "v3"}, "dc02": {"generation": "v2", "wave": "pilot"}}},
	"servers": {
		"dc01": {"roles": {"dc": true, "rodc": false}, "mde": {"onboarded": true, "onboarded_by_mdi_package": false}},
		"dc02": {"roles": {"dc": false, "rodc": false}, "mde": {"onboarded": false}},
	},
	"workspace": {"auto_activation_enabled": true},
}

_with(path, value) := json.patch(_estate, [{"op": "add", "path": path, "value": value}])

_rodc := json.patch(_with("/servers/dc01/roles/dc", false), [{"op": "replace", "path": "/servers/dc01/roles/rodc", "value": true}])

test_eligible_controllers_are_left_to_it if {
	_choice(_estate) == ["automatic"]
	_choice(_rodc) == ["automatic"]
	contains(_reason(_estate), "no wave")
	_warning(_estate) == ""
}

test_waves_are_kept if {
	given := _with("/spec/sensors/dc01/wave", "pilot")
	_choice(given) == ["manual"]
	contains(_reason(given), "waves")
	contains(_warning(given), "switch it off")
	_warning(json.patch(given, [{"op": "replace", "path": "/workspace/auto_activation_enabled", "value": false}])) == ""
	_warning(json.patch(given, [{"op": "remove", "path": "/workspace"}])) == ""
}

test_what_it_leaves_out_is_activated_by_hand if {
	every path, value in {
		"/servers/dc01/roles/dc": false,
		"/servers/dc01/mde/onboarded": false,
		"/servers/dc01/mde/onboarded_by_mdi_package": true,
	} {
		_choice(_with(path, value)) == ["manual"]
		contains(_reason(_with(path, value)), "dc01")
	}
}

test_other_sensors_do_not_matter if {
	_choice(_with("/servers/dc02/mde/onboarded_by_mdi_package", true)) == ["automatic"]
	_choice(_with("/servers/dc02/roles/dc", true)) == ["automatic"]
	other := _with("/servers/dc02", {"roles": {"dc": true}, "mde": {"onboarded": true}})
	_choice(json.patch(other, [{"op": "remove", "path": "/servers/dc01/mde"}])) == []
}

test_unread_facts_leave_it_open if {
	every path in ["/servers/dc01/roles", "/servers/dc01/mde", "/servers/dc01"] {
		_choice(json.patch(_estate, [{"op": "remove", "path": path}])) == []
		not activation.reasons with input as json.patch(_estate, [{"op": "remove", "path": path}])
	}
}

test_without_a_v3_sensor_there_is_nothing_to_decide if _choice(json.patch(_estate, [{"op": "replace", "path": "/spec/sensors/dc01/generation", "value": "v2"}])) == []
