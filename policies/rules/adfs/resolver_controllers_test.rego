package mdi.rules.adfs.resolver_controllers_test

import data.mdi.rules.adfs.resolver_controllers

_read(given) := [answer | answer := resolver_controllers.compliant with input as given]

_applies(given) := [answer | answer := resolver_controllers.applies with input as given]

_observed(given) := [answer | answer := resolver_controllers.observed with input as given]

_base := {
	"subject": {"kind": "sensor", "key": "adfs01.contoso.com"},
	"spec": {},
	"server": {"roles": {"dc": false, "rodc": false, "adfs": true}},
	"sensor": {"generation": "v2", "domain_controllers": {"dc01.contoso.com": true}},
	"paths": {"adfs01.contoso.com->dc01.contoso.com": {"class": "domain_controller", "ports": {"tcp/389": {"open": true}}}},
	"domain": {"dcs": {"dc01.contoso.com": {"global_catalog": true}, "dc02.contoso.com": {"global_catalog": true}}},
}

_open(answer) := object.union(_base, {"paths": {"adfs01.contoso.com->dc01.contoso.com": {"ports": {"tcp/389": {"open": answer}}}}})

_catalog(answer) := object.union(_base, {"domain": {"dcs": {"dc01.contoso.com": {"global_catalog": answer}}}})

_second(given) := object.union(given, {"sensor": {"domain_controllers": {"dc02.contoso.com": true}}})

test_complies if _read(_base) == [true]

test_does_not_comply if {
	_read(object.union(json.remove(_base, ["sensor/domain_controllers"]), {"sensor": {"domain_controllers": {}}})) == [false]
	_read(_open(false)) == [false]
	_read(_catalog(false)) == [false]
}

test_two_controllers_share_the_work if _read(_second(_catalog(false))) == [true]

test_one_of_two_was_not_tried if {
	_read(_second(_open(false))) == []
	_read(json.remove(_second(_catalog(false)), ["domain/dcs/dc02.contoso.com"])) == []
}

test_was_not_read if {
	_read(json.remove(_base, ["sensor/domain_controllers"])) == []
	_read(json.remove(_base, ["paths"])) == []
	_read(json.remove(_base, ["domain"])) == []
}

test_applies_to_registered_sensors_off_controllers if {
	_applies(_base) == [true]
	_applies(object.union(_base, {"server": {"roles": {"dc": true}}})) == [false]
	_applies(object.union(_base, {"server": {"roles": {"rodc": true}}})) == [false]
	_applies(object.union(json.remove(_base, ["sensor"]), {"sensor": {}})) == [false]
	_applies(json.remove(_base, ["sensor"])) == []
	_applies(json.remove(_base, ["server/roles/dc"])) == []
	_applies(json.remove(_base, ["server/roles/rodc"])) == []
}

test_shows_its_evidence if {
	count(_observed(_base)) == 1
	count([required | required := resolver_controllers.required with input as _base]) == 1
}

test_shows_observed if {
	json.marshal(_observed(_second(_open(false)))) == json.marshal([{"listed": {"dc01.contoso.com", "dc02.contoso.com"}, "reachable": set(), "global catalogs": {"dc01.contoso.com", "dc02.contoso.com"}}])
}

test_applies_with_a_single_fact_of_the_sensor if _applies(object.union(json.remove(_base, ["sensor"]), {"sensor": {"generation": "v2"}})) == [true]
