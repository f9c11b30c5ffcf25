package mdi.rules.vpn.accounting_sent_test

import data.mdi.rules.vpn.accounting_sent

_read(given) := [answer | answer := accounting_sent.compliant with input as given]

_applies(given) := [answer | answer := accounting_sent.applies with input as given]

_change(patch) := json.patch(_good, patch)

_good := {
	"spec": {
		"vpn": {"enabled": true, "port": 1813, "on_off_messages": true},
		"sensors": {"dc01.contoso.com": {"generation": "v2", "radius_target": true}, "dc02.contoso.com": {"generation": "v3", "radius_target": false}},
	},
	"workspace": {"vpn": {"enabled": true}},
}

test_complies if _read(_good) == [true]

test_another_port if {
	_read(_change([{"op": "replace", "path": "/spec/vpn/port", "value": 1812}])) == [false]
	_read(_change([{"op": "replace", "path": "/spec/vpn/port", "value": 1814}])) == [false]
}

test_without_on_and_off_messages if _read(_change([{"op": "replace", "path": "/spec/vpn/on_off_messages", "value": false}])) == [false]

test_off_in_the_portal if _read(_change([{"op": "replace", "path": "/workspace/vpn/enabled", "value": false}])) == [false]

test_nobody_receives if _read(_change([{"op": "replace", "path": "/spec/sensors/dc01.contoso.com/radius_target", "value": false}])) == [false]

test_ec87_a_v3_sensor_does_not_receive if _read(_change([{"op": "replace", "path": "/spec/sensors/dc01.contoso.com/generation", "value": "v3"}])) == [false]

test_undecided_receiver if _read(_change([{"op": "remove", "path": "/spec/sensors/dc01.contoso.com/generation"}])) == []

test_an_undecided_sensor_that_receives_nothing if _read(_change([{"op": "remove", "path": "/spec/sensors/dc02.contoso.com/generation"}])) == [true]

test_was_not_read if {
	_read(_change([{"op": "remove", "path": "/spec/vpn/port"}])) == []
	_read(_change([{"op": "remove", "path": "/spec/vpn/on_off_messages"}])) == []
	_read(_change([{"op": "remove", "path": "/workspace"}])) == []
}

test_applies_with_the_integration if {
	_applies(_good) == [true]
	_applies(_change([{"op": "replace", "path": "/spec/vpn/enabled", "value": false}])) == [false]
	_applies({"spec": {}}) == []
}

test_shows_its_evidence if {
	accounting_sent.observed == {"port": 1813, "on and off messages": true, "portal": true, "receivers": {"dc01.contoso.com"}} with input as _good
	accounting_sent.required == {"port": 1813, "on and off messages": true, "portal": true, "receivers": "at least one v2 sensor"} with input as _good
}
