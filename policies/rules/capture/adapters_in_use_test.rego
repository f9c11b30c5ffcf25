package mdi.rules.capture.adapters_in_use_test

import data.mdi.rules.capture.adapters_in_use

_read(patches) := [answer | answer := adapters_in_use.compliant with input as json.patch(_given, patches)]

_given := {
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"sensor": {
		"capture_adapters": {
			"a": true,
		},
	},
	"server": {
		"nics": {
			"a": {
				"purpose": "lan",
				"enabled": true,
				"connected": true,
			},
			"m": {
				"purpose": "management",
				"enabled": true,
				"connected": true,
			},
		},
	},
}

test_complies if _read([]) == [true]

test_one_in_use_is_not_captured if _read([{"op": "add", "path": "/server/nics/b", "value": {"purpose": "lan", "enabled": true, "connected": true}}]) == [false]

test_a_capture_adapter_is_not_captured if _read([{"op": "add", "path": "/server/nics/b", "value": {"purpose": "capture", "enabled": true, "connected": true}}]) == [false]

test_one_not_in_use_need_not_be if _read([
	{"op": "add", "path": "/server/nics/b", "value": {"purpose": "lan", "enabled": false, "connected": true}},
	{"op": "add", "path": "/server/nics/c", "value": {"purpose": "lan", "enabled": true, "connected": false}},
]) == [true]

test_captured_and_disabled if _read([{"op": "add", "path": "/server/nics/a/enabled", "value": false}]) == [false]

test_captured_and_not_connected if _read([{"op": "add", "path": "/server/nics/a/connected", "value": false}]) == [false]

test_captured_and_gone if _read([{"op": "add", "path": "/sensor/capture_adapters/x", "value": true}]) == [false]

test_management_may_be_captured if _read([{"op": "add", "path": "/sensor/capture_adapters/m", "value": true}]) == [true]

test_nothing_captured if _read([
	{"op": "add", "path": "/sensor/capture_adapters", "value": {}},
	{"op": "add", "path": "/server/nics", "value": {"m": {"purpose": "management", "enabled": true, "connected": true}}},
]) == [false]

test_selection_not_read if _read([{"op": "remove", "path": "/sensor/capture_adapters"}]) == []

test_enabled_not_read if _read([{"op": "remove", "path": "/server/nics/m/enabled"}]) == []

test_connected_not_read if _read([{"op": "remove", "path": "/server/nics/m/connected"}]) == []

test_purpose_not_read if _read([{"op": "remove", "path": "/server/nics/m/purpose"}]) == []

test_was_not_read if [answer | answer := adapters_in_use.compliant with input as {"run": _given.run, "spec": {}}] == []

test_shows_its_evidence if {
	count([observed | observed := adapters_in_use.observed with input as _given]) == 1
	count([required | required := adapters_in_use.required with input as _given]) == 1
}

# Sets are compared as lists.
_same(a, b) if json.marshal(a) == json.marshal(b)

test_shows_observed if {
	got := adapters_in_use.observed with input as _given
	_same(got, {"captured": {"a"}, "not captured": set(), "not up": set()})
}

test_shows_what_cannot_be_told if {
	got := adapters_in_use.observed with input as json.patch(_given, [{"op": "remove", "path": "/server/nics/a/purpose"}])
	_same(got, {"captured": {"a"}, "not captured": set(), "not up": {"a"}})
}
