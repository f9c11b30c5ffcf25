package mdi.rules.network.ldap_resolver_test

import data.mdi.rules.network.ldap_resolver

_read(given) := [answer | answer := ldap_resolver.compliant with input as given]

_applies(given) := [answer | answer := ldap_resolver.applies with input as given]

_change(patch) := json.patch(_good, patch)

_good := {
	"path": {"class": "domain_controller", "to": "dc01.contoso.com", "ports": {"tcp/389": {"open": true}, "tcp/3268": {"open": true}}},
	"sensor": {"domain_controllers": {"dc01.contoso.com": true}},
	"spec": {"sensor": {}},
}

test_complies if _read(_good) == [true]

test_ldap_is_shut if _read(_change([{"op": "replace", "path": "/path/ports/tcp~1389/open", "value": false}])) == [false]

test_global_catalog_is_shut if _read(_change([{"op": "replace", "path": "/path/ports/tcp~13268/open", "value": false}])) == [false]

test_was_not_read if {
	_read(_change([{"op": "remove", "path": "/path/ports/tcp~1389"}])) == []
	_read(_change([{"op": "remove", "path": "/path/ports/tcp~13268"}])) == []
}

test_applies_to_the_controllers_of_the_list if _applies(_good) == [true]

test_other_controllers_do_not_count if _applies(_change([{"op": "replace", "path": "/path/to", "value": "dc02.contoso.com"}])) == [false]

test_an_empty_list_means_any_controller if _applies(_change([{"op": "replace", "path": "/sensor/domain_controllers", "value": {}}])) == [true]

test_list_was_not_read if _applies(_change([{"op": "replace", "path": "/sensor", "value": {"generation": "v2"}}])) == []

test_a_planned_sensor_asks_whom_the_spec_names if {
	planned := _change([
		{"op": "replace", "path": "/sensor", "value": {}},
		{"op": "add", "path": "/spec/sensor/domain_controllers", "value": {"dc02.contoso.com": true}},
	])
	_applies(planned) == [false]
	_applies(json.patch(planned, [{"op": "replace", "path": "/path/to", "value": "dc02.contoso.com"}])) == [true]
	_applies(_change([{"op": "replace", "path": "/sensor", "value": {}}])) == [true]
}

test_nobody_asked_for_sensors if _applies(_change([{"op": "remove", "path": "/sensor"}])) == []

test_other_paths_do_not_apply if _applies({"path": {"class": "dns"}}) == [false]

test_an_unnamed_path_is_unknown if _applies(_change([{"op": "remove", "path": "/path/class"}])) == []

test_shows_its_evidence if {
	ldap_resolver.observed == {"tcp/389": true, "tcp/3268": true} with input as _good
	ldap_resolver.required == {"tcp/389": true, "tcp/3268": true} with input as _good
}
