package mdi.rules.network.siem_syslog_test

import data.mdi.rules.network.siem_syslog

_read(given) := [answer | answer := siem_syslog.compliant with input as given]

_applies(given) := [answer | answer := siem_syslog.applies with input as given]

_change(patch) := json.patch(_good, patch)

_good := {"path": {"class": "syslog", "ports": {"udp/514": {"open": true}}}, "sensor": {"event_source": "siem"}}

_port := "/path/ports/udp~1514/open"

test_complies if _read(_good) == [true]

test_does_not_comply if _read(_change([{"op": "replace", "path": _port, "value": false}])) == [false]

test_was_not_read if _read(_change([{"op": "remove", "path": _port}])) == []

test_applies if _applies(_good) == [true]

test_other_paths_do_not_apply if _applies({"path": {"class": "event_forwarding"}}) == [false]

test_without_a_siem_nothing_is_sent if _applies(_change([{"op": "replace", "path": "/sensor/event_source", "value": "wef"}])) == [false]

test_unknown_source if _applies(_change([{"op": "remove", "path": "/sensor/event_source"}])) == []

test_an_unnamed_path_is_unknown if _applies(_change([{"op": "remove", "path": "/path/class"}])) == []

test_shows_its_evidence if {
	siem_syslog.observed == {"udp/514": true} with input as _good
	siem_syslog.required == {"udp/514": true} with input as _good
}
