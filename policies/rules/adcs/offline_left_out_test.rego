package mdi.rules.adcs.offline_left_out_test

import data.mdi.rules.adcs.offline_left_out

_read(patches) := [answer | answer := offline_left_out.compliant with input as json.patch(_given, patches)]

_applies(patches) := [answer | answer := offline_left_out.applies with input as json.patch(_given, patches)]

_given := {
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"sensor": {
			"generation": "v2",
		},
	},
	"server": {
		"online": true,
		"ca": {
			"role_service_installed": true,
		},
	},
}

test_complies if _read([]) == [true]

test_offline_with_a_sensor if _read([{"op": "add", "path": "/server/online", "value": false}]) == [false]

test_offline_without_a_sensor if _read([
	{"op": "add", "path": "/server/online", "value": false},
	{"op": "add", "path": "/spec/sensor/generation", "value": "none"},
]) == [true]

test_offline_and_the_spec_is_silent if _read([
	{"op": "add", "path": "/server/online", "value": false},
	{"op": "remove", "path": "/spec/sensor"},
]) == [false]

test_not_read_and_no_sensor if _read([
	{"op": "remove", "path": "/server/online"},
	{"op": "add", "path": "/spec/sensor/generation", "value": "none"},
]) == []

test_not_read if _read([{"op": "remove", "path": "/server/online"}]) == []

test_applies_to_a_ca if _applies([]) == [true]

test_does_not_apply_to_other_role_services if _applies([{"op": "add", "path": "/server/ca/role_service_installed", "value": false}]) == [false]

test_role_service_not_read if _applies([{"op": "remove", "path": "/server/ca"}]) == []

test_was_not_read if [answer | answer := offline_left_out.compliant with input as {"run": _given.run, "spec": {}}] == []

test_shows_its_evidence if {
	count([observed | observed := offline_left_out.observed with input as _given]) == 1
	count([required | required := offline_left_out.required with input as _given]) == 1
}

test_shows_that_the_spec_is_silent if {
	got := offline_left_out.observed with input as json.patch(_given, [{"op": "remove", "path": "/spec/sensor"}])
	got == {"online": true, "sensor": "not stated"}
}
