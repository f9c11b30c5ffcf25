package mdi.rules.proxy.for_the_sensor_alone_test

import data.mdi.rules.proxy.for_the_sensor_alone

_read(given) := [answer | answer := for_the_sensor_alone.compliant with input as given]

_applies(given) := [answer | answer := for_the_sensor_alone.applies with input as given]

_good := _given("sensor_configuration")

test_complies if _read(_good) == [true]

test_shows_its_evidence if {
	count([observed | observed := for_the_sensor_alone.observed with input as _good]) == 1
	count([required | required := for_the_sensor_alone.required with input as _good]) == 1
}

_given(method) := {"server": {"proxy": {"method": method}}}

_changed(before, now) := {"server": {"proxy": {"method": now, "previous_method": before}}}

test_does_not_comply if every method in ["wininet", "registry"] {
	_read(_given(method)) == [false]
}

test_was_not_read if _read({"server": {"proxy": {}}}) == []

test_other_methods if every method in ["none", "sensor_configuration", "winhttp", "wpad", "transparent", "mde_policy"] {
	_read(_given(method)) == [true]
	_applies(_given(method)) == [true]
	_applies(_changed(method, method)) == [true]
}

test_set_for_the_first_time if every method in ["wininet", "registry"] {
	_applies(_changed("none", method)) == [true]
	_applies(_changed("sensor_configuration", method)) == [true]
}

test_changed_as_it_was_set if every method in ["wininet", "registry"] {
	_applies(_changed(method, method)) == [false]
}

test_before_was_not_read if _applies(_given("wininet")) == []
