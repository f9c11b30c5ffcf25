package mdi.decisions.onboarding_test

import data.mdi.decisions.onboarding

_packaged := {
	"spec": {"sensor": {"onboarding": "mde"}},
	"server": {"sensor_v3": {"installed": true}, "mde": {"onboarded_by_mdi_package": true}},
}

_with(given, path, value) := json.patch(given, [{"op": "replace", "path": path, "value": value}])

_choice(given) := [answer | answer := onboarding.choice with input as given]

_reason(given) := text if text := concat(" ", onboarding.reasons) with input as given

_warned(given) := number if number := count(onboarding.warnings) with input as given

test_the_package_leaves_for_defender if {
	_choice(_packaged) == ["again"]
	contains(_reason(_packaged), "offboarded")
	_warned(_packaged) == 1
}

test_what_is_there_and_wanted_stays if {
	given := _with(_packaged, "/spec/sensor/onboarding", "mdi_package")
	_choice(given) == ["mdi_package"]
	contains(_reason(given), "does not manage")
	_warned(given) == 0
}

test_a_new_sensor_is_onboarded_once if {
	every path in ["/server/sensor_v3/installed", "/server/mde/onboarded_by_mdi_package"] {
		given := _with(_packaged, path, false)
		_choice(given) == ["mde"]
		contains(_reason(given), "part of Defender")
		_warned(given) == 0
	}
}

test_unread_facts_ask_for_nothing_anew if {
	every path in ["/server/sensor_v3/installed", "/server/mde/onboarded_by_mdi_package"] {
		_choice(json.patch(_packaged, [{"op": "remove", "path": path}])) == ["mde"]
	}
}

test_a_sensor_that_nobody_plans_has_no_way if {
	_choice({}) == []
	count([text | text := onboarding.reasons with input as {}]) == 0
}
