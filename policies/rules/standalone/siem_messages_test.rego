package mdi.rules.standalone.siem_messages_test

import data.mdi.rules.standalone.siem_messages

_read(given) := [answer | answer := siem_messages.compliant with input as given]

_given := {"sensor": {"event_source": "siem", "siem": {"vendor": "qradar", "transport": "udp", "milliseconds": true, "agentless": true}}}

_change(name, value) := json.patch(_given, [{"op": "add", "path": concat("/", ["/sensor/siem", name]), "value": value}])

_applies(given) := [answer | answer := siem_messages.applies with input as given]

test_complies if _read(_given) == [true]

test_each_part_counts if {
	_read(_change("transport", "tcp")) == [false]
	_read(_change("milliseconds", false)) == [false]
	_read(_change("agentless", false)) == [false]
	_read(_change("vendor", "other")) == [false]
}

test_was_not_read if {
	every name in {"vendor", "transport", "milliseconds", "agentless"} {
		_read(json.remove(_given, [concat("/", ["sensor/siem", name])])) == []
	}
	_read(json.remove(_given, ["sensor/siem"])) == []
}

test_agents_of_other_products if {
	every vendor in {"arcsight", "rsa", "splunk"} {
		_read(json.remove(_change("vendor", vendor), ["sensor/siem/agentless"])) == [true]
		_read(json.patch(_change("vendor", vendor), [{"op": "replace", "path": "/sensor/siem/agentless", "value": false}])) == [true]
	}
}

test_one_fault_is_enough if _read({"sensor": {"event_source": "siem", "siem": {"transport": "tcp"}}}) == [false]

test_applies if {
	_applies(_given) == [true]
	_applies(json.patch(_given, [{"op": "replace", "path": "/sensor/event_source", "value": "wef"}])) == [false]
	_applies(json.remove(_given, ["sensor/event_source"])) == []
}

test_shows_its_evidence if {
	siem_messages.observed == {"vendor": "qradar", "transport": "tcp", "milliseconds": true, "agentless": true} with input as _change("transport", "tcp")
	siem_messages.required == {"vendors": {"arcsight", "qradar", "rsa", "splunk"}, "transport": "udp", "milliseconds": true, "agentless": "with qradar"} with input as _given
}
