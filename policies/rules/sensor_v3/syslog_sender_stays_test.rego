package mdi.rules.sensor_v3.syslog_sender_stays_test

import data.mdi.rules.sensor_v3.syslog_sender_stays

_read(given) := [answer | answer := syslog_sender_stays.compliant with input as given]

_applies(given) := [answer | answer := syslog_sender_stays.applies with input as given]

_change(patch) := json.patch(_good, patch)

_good := {
	"spec": {
		"syslog": {"enabled": true},
		"sensors": {"dc01.contoso.com": {"generation": "v2", "syslog_sender": true}, "dc02.contoso.com": {"generation": "v3", "syslog_sender": false}},
	},
	"workspace": {"syslog": {"enabled": true, "sensor": "dc02.contoso.com"}},
}

# The spec names nobody: who sends today counts.
_today(sensor) := _change([
	{"op": "replace", "path": "/spec/sensors/dc01.contoso.com/syslog_sender", "value": false},
	{"op": "replace", "path": "/workspace/syslog/sensor", "value": sensor},
])

test_complies if _read(_good) == [true]

test_a_standalone_sensor_is_a_classic_one if _read(_change([{"op": "replace", "path": "/spec/sensors/dc01.contoso.com/generation", "value": "standalone"}])) == [true]

test_c49_the_named_sender_becomes_v3 if _read(_change([{"op": "replace", "path": "/spec/sensors/dc01.contoso.com/generation", "value": "v3"}])) == [false]

test_the_sender_of_today if {
	_read(_today("dc01.contoso.com")) == [true]
	_read(_today("dc02.contoso.com")) == [false]
	_read(_today("gone.contoso.com")) == [false]
}

test_undecided_sender if _read(_change([{"op": "remove", "path": "/spec/sensors/dc01.contoso.com/generation"}])) == []

test_was_not_read if _read(json.patch(_today("dc01.contoso.com"), [{"op": "remove", "path": "/workspace/syslog/sensor"}])) == []

test_applies_where_syslog_is_wanted_or_there if {
	_applies(_good) == [true]
	_applies(_change([{"op": "replace", "path": "/workspace/syslog/enabled", "value": false}])) == [true]
	_applies(_change([{"op": "replace", "path": "/spec/syslog/enabled", "value": false}])) == [true]
	_applies(_change([{"op": "replace", "path": "/spec/syslog/enabled", "value": false}, {"op": "replace", "path": "/workspace/syslog/enabled", "value": false}])) == [false]
	_applies(_change([{"op": "replace", "path": "/spec/syslog/enabled", "value": false}, {"op": "remove", "path": "/workspace/syslog"}])) == []
}

test_shows_its_evidence if {
	syslog_sender_stays.observed == {"dc01.contoso.com": "v2"} with input as _good
	syslog_sender_stays.observed == {"gone.contoso.com": "none"} with input as _today("gone.contoso.com")
	contains(syslog_sender_stays.required, "classic") with input as _good
}
