package mdi.rules.response.sensor_on_a_controller_test

import data.mdi.rules.response.sensor_on_a_controller

_read(given) := [answer | answer := sensor_on_a_controller.compliant with input as given]

_given := {
	"spec": {"response_domains": {"contoso.com": true}},
	"domains": {"contoso.com": {"dcs": {"dc01.contoso.com": {}, "dc02.contoso.com": {}}}},
	"sensors": {
		"dc01.contoso.com": {"generation": "v2", "service_status": "running"},
		"dc02.contoso.com": {"generation": "v3", "service_status": "stopped"},
		"adfs01.contoso.com": {"generation": "v2", "service_status": "running"},
	},
}

_change(path, value) := json.patch(_given, [{"op": "add", "path": path, "value": value}])

test_complies if _read(_given) == [true]

test_all_stopped if _read(_change("/sensors/dc01.contoso.com/service_status", "stopped")) == [false]

test_only_another_server_has_one if _read(json.remove(_given, ["sensors/dc01.contoso.com", "sensors/dc02.contoso.com"])) == [false]

test_was_not_read if {
	_read(json.remove(_given, ["sensors"])) == []
	_read(json.remove(_given, ["domains"])) == []
	_read(json.remove(_given, ["domains/contoso.com/dcs"])) == []
	_read(json.remove(_given, ["sensors/dc01.contoso.com/service_status"])) == []
	_read(json.remove(_given, ["sensors/dc01.contoso.com/generation"])) == []
}

test_either_generation if {
	_read(_change("/sensors/dc01.contoso.com/generation", "v3")) == [true]
	_read(_change("/sensors/dc01.contoso.com/generation", "standalone")) == [false]
}

test_every_domain_counts if {
	two := _change("/spec/response_domains/emea.contoso.com", true)
	_read(two) == []
	_read(json.patch(two, [{"op": "add", "path": "/domains/emea.contoso.com", "value": {"dcs": {"dc09.emea.contoso.com": {}}}}])) == [false]
	_read(json.patch(two, [
		{"op": "add", "path": "/domains/emea.contoso.com", "value": {"dcs": {"dc09.emea.contoso.com": {}}}},
		{"op": "add", "path": "/sensors/dc09.emea.contoso.com", "value": {"generation": "v2", "service_status": "running"}},
	])) == [true]
}

test_applies if {
	sensor_on_a_controller.applies with input as _given
	[x | x := sensor_on_a_controller.applies with input as _change("/spec/response_domains", {})] == [false]
	[x | x := sensor_on_a_controller.applies with input as _change("/spec", {})] == [false]
}

test_shows_its_evidence if {
	sensor_on_a_controller.observed == {"contoso.com": {"dc01.contoso.com"}} with input as _given
	is_string(sensor_on_a_controller.required) with input as _given
}

test_other_domains_are_no_matter if _read(_change("/domains/emea.contoso.com", {"dcs": {"dc09.emea.contoso.com": {}}})) == [true]
