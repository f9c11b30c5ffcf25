package mdi.rules.sensor_v3.onboarding_package_test

import data.mdi.rules.sensor_v3.onboarding_package

_read(given) := [answer | answer := onboarding_package.compliant with input as given]

_applies(given) := [answer | answer := onboarding_package.applies with input as given]

_change(patch) := json.patch(_good, patch)

_good := {
	"tenant": {"cloud": "commercial"},
	"spec": {"preview_allowed": true, "sensor": {"onboarding": "mdi_package"}},
	"server": {"roles": {"dc": true, "rodc": false}, "sensor_v2": {"installed": false}, "mde": {"onboarded": false}},
	"paths": {
		"host": {"class": "mde", "to": "eu.endpoint.security.microsoft.com", "ports": {"tcp/443": {"open": true}}},
		"list": {"class": "pki", "to": "crl.microsoft.com", "ports": {"tcp/80": {"open": true}}},
	},
}

test_c47_a_new_controller_complies if _read(_good) == [true]

test_a_read_only_controller_is_one if _read(_change([
	{"op": "replace", "path": "/server/roles/dc", "value": false},
	{"op": "replace", "path": "/server/roles/rodc", "value": true},
])) == [true]

test_c48_a_role_server_is_none if _read(_change([{"op": "replace", "path": "/server/roles/dc", "value": false}])) == [false]

test_previews_are_not_allowed if {
	_read(_change([{"op": "replace", "path": "/spec/preview_allowed", "value": false}])) == [false]
	_read(_change([{"op": "remove", "path": "/spec/preview_allowed"}])) == [false]
}

test_a_classic_sensor_is_there if _read(_change([{"op": "replace", "path": "/server/sensor_v2/installed", "value": true}])) == [false]

test_it_has_defender_for_endpoint if _read(_change([{"op": "replace", "path": "/server/mde/onboarded", "value": true}])) == [false]

test_the_streamlined_host_is_shut if _read(_change([{"op": "replace", "path": "/paths/host/ports/tcp~1443/open", "value": false}])) == [false]

test_another_host_is_no_answer if {
	_read(_change([{"op": "replace", "path": "/paths/host/to", "value": "events.data.microsoft.com"}])) == []
	_read(_change([{"op": "replace", "path": "/paths/host/class", "value": "package"}])) == []
}

test_was_not_read if {
	every path in [
		"/server/roles/dc", "/server/roles/rodc", "/server/sensor_v2", "/server/mde", "/paths", "/tenant",
		"/paths/host/ports", "/paths/list/class", "/paths/list/to",
	] {
		_read(_change([{"op": "remove", "path": path}])) == []
	}
}

test_applies_to_the_package if {
	_applies(_good) == [true]
	_applies(_change([{"op": "replace", "path": "/spec/sensor/onboarding", "value": "mde"}])) == [false]
	_applies({"spec": {}}) == [false]
}

test_shows_its_evidence if {
	onboarding_package.observed == {"preview allowed": true, "domain controller": {true, false}, "classic sensor": false, "Defender for Endpoint": false, "streamlined host": {true}} with input as _good
	onboarding_package.observed["preview allowed"] == false with input as _change([{"op": "remove", "path": "/spec/preview_allowed"}])
	onboarding_package.required == {"preview allowed": true, "domain controller": true, "classic sensor": false, "Defender for Endpoint": false, "streamlined host": true} with input as _good
}
