package mdi.decisions.standalone_test

import data.mdi.decisions.standalone

_choice(given, key) := [answer | answer := standalone.choice[key] with input as given]

_reason(given, key) := text if text := concat(" ", standalone.reasons[key]) with input as given

_warning(given, key) := text if text := concat(" ", standalone.warnings[key]) with input as given

_estate := {
	"spec": {"standalone_accepted": false, "sensors": {"sa01": {"generation": "standalone", "mirrored_dcs": {"dc01": true}}, "dc02": {"generation": "v2"}}},
	"servers": {"dc01": {"os_family": "ws2012r2"}, "dc03": {"os_family": "ws2022"}},
	"sensors": {},
}

_accepted := json.patch(_estate, [{"op": "replace", "path": "/spec/standalone_accepted", "value": true}])

# It mirrors a controller that could carry a sensor.
_needless(given) := json.patch(given, [{"op": "add", "path": "/sensors/sa01", "value": {"mirror": {"dcs": {"dc03": true}}}}])

test_no_controller_can_carry_one if {
	_choice(_estate, "sa01") == ["standalone"]
	contains(_reason(_estate, "sa01"), "None of the controllers")
}

test_where_a_sensor_can_run_it_runs if {
	_choice(_needless(_estate), "sa01") == ["sensor_on_the_controller"]
	contains(_reason(_needless(_estate), "sa01"), "dc03")
}

test_spec_decides if {
	_choice(_needless(_accepted), "sa01") == ["standalone"]
	contains(_reason(_needless(_accepted), "sa01"), "accepts")
	[asked | asked := standalone.asked.sa01 with input as _accepted] == ["standalone"]
	[asked | asked := standalone.asked.sa01 with input as _estate] == []
}

test_the_losses_are_always_named if {
	every given in [_estate, _accepted, _needless(_estate), _needless(_accepted)] {
		contains(_warning(given, "sa01"), "Event Tracing")
	}
	contains(_warning(_needless(_accepted), "sa01"), "not needed for dc03")
	not contains(_warning(_accepted, "sa01"), "not needed")
	not contains(_warning(_needless(_estate), "sa01"), "not needed")
}

test_other_sensors_are_not_asked_about if _choice(_estate, "dc02") == []

test_unread_facts_leave_it_open if {
	_choice(json.patch(_estate, [{"op": "remove", "path": "/servers/dc01"}]), "sa01") == [""]
	_choice(json.patch(_estate, [{"op": "remove", "path": "/spec/sensors/sa01/mirrored_dcs"}]), "sa01") == [""]
}

_busy(family, verdict) := {
	"spec": {"standalone_accepted": false, "sensors": {"sa01": {"generation": "standalone", "mirrored_dcs": {"dc01": true}}}},
	"servers": {"dc01": {"os_family": family, "traffic": {"sizing_verdict": verdict}}},
	"sensors": {},
}

test_too_much_traffic_for_the_classic_sensor if {
	_choice(_busy("ws2016", "no"), "sa01") == ["standalone"]
	_choice(_busy("ws2016", "maybe"), "sa01") == ["sensor_on_the_controller"]
	contains(_reason(_busy("ws2016", "no"), "sa01"), "traffic")
}

test_v3_reads_no_packets if {
	_choice(_busy("ws2022", "no"), "sa01") == ["sensor_on_the_controller"]
	contains(_reason(_busy("ws2022", "no"), "sa01"), "dc01")
}
