package mdi.rules.service_account.none_outlives_v2_test

import data.mdi.rules.service_account.none_outlives_v2

_read(given) := [answer | answer := none_outlives_v2.compliant with input as given]

_observed(given) := [answer | answer := none_outlives_v2.observed with input as given]

_base := {
	"subject": {"kind": "workspace"},
	"spec": {"sensors": {"dc01.contoso.com": {"generation": "v3"}}},
	"workspace": {"dsa_entries": {}},
	"sensors": {"dc01.contoso.com": {"generation": "v3"}},
}

_left := object.union(_base, {"workspace": {"dsa_entries": {"mdisvc01$@contoso.com": {}}}})

test_complies if _read(_base) == [true]

# EC-77 and 102
test_ec77_does_not_comply if {
	_read(_left) == [false]
	_observed(_left) == [{"entries": {"mdisvc01$@contoso.com"}, "sensors that use them": set()}]
	_read(object.union(json.remove(_left, ["sensors"]), {"sensors": {}})) == [false]
}

test_a_sensor_still_uses_it if {
	_read(object.union(_left, {"sensors": {"dc02.contoso.com": {"generation": "v2"}}})) == [true]
	_read(object.union(_left, {"sensors": {"sa01.contoso.com": {"generation": "standalone"}}})) == [true]
	_read(object.union(_left, {"spec": {"sensors": {"dc02.contoso.com": {"generation": "v2"}}}})) == [true]
	_read(object.union(_left, {"spec": {"sensors": {"sa01.contoso.com": {"generation": "standalone"}}}})) == [true]
	_read(object.union(_left, {"spec": {"sensors": {"dc02.contoso.com": {"generation": "none"}}}})) == [false]
}

test_was_not_read if {
	_read(json.remove(_base, ["workspace"])) == []
	_read(json.remove(_base, ["sensors"])) == []
	_read(json.remove(_base, ["sensors/dc01.contoso.com/generation"])) == []
	_read(json.remove(_base, ["spec/sensors/dc01.contoso.com/generation"])) == []
	_read(json.remove(object.union(_left, {"sensors": {"dc02.contoso.com": {"generation": "v2"}}}), ["workspace"])) == []
}

test_shows_its_evidence if {
	count(_observed(_base)) == 1
	count([required | required := none_outlives_v2.required with input as _base]) == 1
}
