package mdi.rules.ata.center_last_test

import data.mdi.rules.ata.center_last

_read(patches) := [answer | answer := center_last.compliant with input as json.patch(_given, patches)]

_given := {
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"ata": {
		"center_present": false,
		"gateways": {},
	},
}

test_complies if _read([]) == [true]

test_c88_a_full_gateway_is_left if _read([{"op": "add", "path": "/ata/gateways", "value": {"gw01": "full"}}]) == [false]

test_a_lightweight_gateway_is_left if _read([{"op": "add", "path": "/ata/gateways", "value": {"dc01": "lightweight"}}]) == [false]

test_center_and_gateways if _read([{"op": "add", "path": "/ata", "value": {"center_present": true, "gateways": {"gw01": "full"}}}]) == [true]

test_center_and_gateways_not_read if _read([{"op": "add", "path": "/ata", "value": {"center_present": true}}]) == [true]

test_no_center_and_gateways_not_read if _read([{"op": "remove", "path": "/ata/gateways"}]) == []

test_center_not_read if _read([{"op": "remove", "path": "/ata/center_present"}]) == []

test_was_not_read if [answer | answer := center_last.compliant with input as {"run": _given.run, "spec": {}}] == []

test_shows_its_evidence if {
	count([observed | observed := center_last.observed with input as _given]) == 1
	count([required | required := center_last.required with input as _given]) == 1
}

# Sets are compared as lists.
_same(a, b) if json.marshal(a) == json.marshal(b)

test_shows_observed if {
	got := center_last.observed with input as json.patch(_given, [{"op": "add", "path": "/ata/gateways", "value": {"gw01": "full"}}])
	_same(got, {"center": false, "gateways": {"gw01"}})
}
