package mdi.rules.people.scoped_access_test

import data.mdi.rules.people.scoped_access

_read(given) := [answer | answer := scoped_access.compliant with input as given]

_applies(given) := [answer | answer := scoped_access.applies with input as given]

_good := _given(true, 1)

test_complies if _read(_good) == [true]

test_shows_its_evidence if {
	scoped_access.observed == {"identity workload": true, "sensors": 1} with input as _good
	scoped_access.required == {"identity workload": true, "sensors": "1 or more"} with input as _good
}

_given(active, count) := {
	"spec": {"rbac": {"scopes": {"MDI EMEA": true}}},
	"tenant": {"urbac": {"identity_workload_active": active}},
	"workspace": {"sensor_count": count},
}

test_does_not_comply if _read(_given(false, 1)) == [false]

test_no_sensor if _read(_given(true, 0)) == [false]

test_was_not_read if _read({"spec": {"rbac": {"scopes": {"MDI EMEA": true}}}}) == []

test_workload_was_not_read if _read(json.remove(_good, ["/tenant/urbac"])) == []

test_sensors_were_not_counted if _read(json.remove(_good, ["/workspace/sensor_count"])) == []

test_applies if {
	_applies(_good) == [true]
	_applies({"spec": {"rbac": {"scopes": {}}}}) == [false]
	_applies({"spec": {"rbac": {"use_legacy_groups": false}}}) == [false]
}
