package mdi.rules.proxy.changed_as_set_test

import data.mdi.rules.proxy.changed_as_set

_read(given) := [answer | answer := changed_as_set.compliant with input as given]

_applies(given) := [answer | answer := changed_as_set.applies with input as given]

_good := _given("registry", "registry")

test_complies if _read(_good) == [true]

test_shows_its_evidence if {
	count([observed | observed := changed_as_set.observed with input as _good]) == 1
	count([required | required := changed_as_set.required with input as _good]) == 1
}

_given(before, now) := {"server": {"proxy": {"previous_method": before, "method": now}}}

test_does_not_comply if _read(_given("sensor_configuration", "wininet")) == [false]

test_was_not_read if {
	_read({"server": {"proxy": {}}}) == []
	_applies({"server": {"proxy": {}}}) == []
}

test_before_was_not_read if {
	_read({"server": {"proxy": {"method": "registry"}}}) == []
	_applies({"server": {"proxy": {"method": "registry"}}}) == []
}

test_now_was_not_read if {
	_read({"server": {"proxy": {"previous_method": "registry"}}}) == []
	_applies({"server": {"proxy": {"previous_method": "none"}}}) == []
}

test_each_method_that_is_set if every method in ["sensor_configuration", "wininet", "registry", "winhttp", "mde_policy"] {
	_applies(_given(method, method)) == [true]
	_read(_given(method, method)) == [true]
}

test_nothing_is_set if every method in ["none", "wpad", "transparent"] {
	_applies(_given("registry", method)) == [false]
	_applies(_given(method, "registry")) == [false]
	_applies({"server": {"proxy": {"method": method}}}) == [false]
}
