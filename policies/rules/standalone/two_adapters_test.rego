package mdi.rules.standalone.two_adapters_test

import data.mdi.rules.standalone.two_adapters

_read(given) := [answer | answer := two_adapters.compliant with input as given]

_given := {
	"sensor": {"capture_adapters": {"cap": true}, "mirror": {"dcs": {"dc01.contoso.com": true}}},
	"server": {
		"sensor_v2": {"installed": true},
		"nics": {
			"cap": {"purpose": "capture"},
			"mgmt": {
				"purpose": "management",
				"static_address": true,
				"gateways": {"192.0.2.1": true},
				"dns_servers": {"192.0.2.53": true, "192.0.2.54": true},
				"dns_suffixes": {"Contoso.com": true},
			},
		},
	},
}

_change(path, value) := json.patch(_given, [{"op": "add", "path": path, "value": value}])

test_complies if _read(_given) == [true]

test_no_management_adapter if {
	_read(_change("/server/nics/mgmt/purpose", "lan")) == [false]
	_read(json.remove(_change("/server/nics/mgmt/purpose", "lan"), ["sensor"])) == [false]
}

test_no_capture_adapter if {
	_read(_change("/server/nics/cap/purpose", "lan")) == [false]
	_read(json.remove(_change("/server/nics/cap/purpose", "lan"), ["sensor"])) == [false]
	_read({"server": {"nics": {}}}) == [false]
}

test_the_management_adapter_is_incomplete if {
	_read(_change("/server/nics/mgmt/static_address", false)) == [false]
	_read(_change("/server/nics/mgmt/gateways", {})) == [false]
	_read(_change("/server/nics/mgmt/dns_servers", {"192.0.2.53": true})) == [false]
	_read(_change("/server/nics/mgmt/dns_suffixes", {})) == [false]
}

test_every_watched_domain_has_its_suffix if {
	two := _change("/sensor/mirror/dcs/dc09.emea.contoso.com", true)
	_read(two) == [false]
	_read(json.patch(two, [{"op": "add", "path": "/server/nics/mgmt/dns_suffixes/emea.contoso.com", "value": true}])) == [true]
}

test_every_capture_adapter_is_selected if {
	_read(_change("/sensor/capture_adapters", {})) == [false]
	_read(_change("/sensor/capture_adapters", {"mgmt": true})) == [false]
	_read(_change("/server/nics/cap2", {"purpose": "capture"})) == [false]
}

test_nothing_is_selected_before_the_sensor_is_there if {
	planned := _change("/server/sensor_v2/installed", false)
	_read(json.remove(planned, ["sensor/capture_adapters"])) == [true]
	_read(json.patch(planned, [{"op": "replace", "path": "/sensor/capture_adapters", "value": {}}])) == [true]
}

test_watched_by_plan if {
	planned := json.patch(_given, [
		{"op": "remove", "path": "/sensor/mirror"},
		{"op": "add", "path": "/spec", "value": {"sensor": {"mirrored_dcs": {"dc01.contoso.com": true}}}},
	])
	_read(planned) == [true]
	_read(json.patch(planned, [{"op": "add", "path": "/spec/sensor/mirrored_dcs/dc09.emea.contoso.com", "value": true}])) == [false]
}

test_a_second_management_adapter_need_not_be_complete if _read(_change("/server/nics/mgmt2", {
	"purpose": "management",
	"static_address": false,
	"gateways": {},
	"dns_servers": {},
	"dns_suffixes": {},
})) == [true]

test_other_adapters_are_no_matter if {
	lan := {"op": "add", "path": "/server/nics/lan", "value": object.union(_given.server.nics.mgmt, {"purpose": "lan"})}
	_read(json.patch(_given, [lan])) == [true]
	_read(json.patch(_change("/server/nics/mgmt/gateways", {}), [lan])) == [false]
}

test_was_not_read if {
	_read(json.remove(_given, ["server/nics"])) == []
	_read(json.remove(_given, ["server/nics/cap/purpose"])) == []
	_read(json.remove(_given, ["server/nics/mgmt/purpose"])) == []
	_read(json.remove(_given, ["server/nics/mgmt/static_address"])) == []
	_read(json.remove(_given, ["server/nics/mgmt/gateways"])) == []
	_read(json.remove(_given, ["server/nics/mgmt/dns_servers"])) == []
	_read(json.remove(_given, ["server/nics/mgmt/dns_suffixes"])) == []
	_read(json.remove(_given, ["server/sensor_v2"])) == []
	_read(json.remove(_given, ["sensor/capture_adapters"])) == []
	_read(json.remove(_given, ["sensor/mirror"])) == []
}

test_an_adapter_of_unknown_purpose_may_be_the_missing_one if _read(json.patch(_change("/server/nics/cap/purpose", "lan"), [{"op": "add", "path": "/server/nics/other", "value": {}}])) == []

test_shows_its_evidence if {
	two_adapters.observed == {
		"management": {"mgmt": {
			"static": true,
			"gateways": {"192.0.2.1"},
			"dns": {"192.0.2.53", "192.0.2.54"},
			"suffixes": {"Contoso.com"},
		}},
		"capture": {"cap"},
		"missing": {"selection of cap"},
	} with input as _change("/sensor/capture_adapters", {})
	lan := object.union(_given.server.nics.mgmt, {"purpose": "lan"})
	object.keys(two_adapters.observed.management) == {"mgmt"} with input as _change("/server/nics/lan", lan)
	is_string(two_adapters.required) with input as _given
}
