package mdi.rules.capture.receive_segment_coalescing_test

import data.mdi.rules.capture.receive_segment_coalescing

_read(patches) := [answer | answer := receive_segment_coalescing.compliant with input as json.patch(_given, patches)]

_given := {
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"nics": {
			"cap": {
				"purpose": "capture",
				"rsc_ipv4_enabled": false,
				"rsc_ipv6_enabled": false,
			},
			"mgmt": {
				"purpose": "management",
				"rsc_ipv4_enabled": true,
				"rsc_ipv6_enabled": true,
			},
		},
	},
}

test_complies if _read([]) == [true]

test_ipv4_joined if _read([{"op": "add", "path": "/server/nics/cap/rsc_ipv4_enabled", "value": true}]) == [false]

test_ipv6_joined if _read([{"op": "add", "path": "/server/nics/cap/rsc_ipv6_enabled", "value": true}]) == [false]

test_on_the_adapter_of_a_controller if _read([{"op": "add", "path": "/server/nics", "value": {"e": {"purpose": "lan", "rsc_ipv4_enabled": true, "rsc_ipv6_enabled": false}}}]) == [false]

test_off_on_the_adapter_of_a_controller if _read([{"op": "add", "path": "/server/nics", "value": {"e": {"purpose": "lan", "rsc_ipv4_enabled": false, "rsc_ipv6_enabled": false}}}]) == [true]

test_a_second_capture_adapter if _read([{"op": "add", "path": "/server/nics/cap2", "value": {"purpose": "capture", "rsc_ipv4_enabled": false, "rsc_ipv6_enabled": true}}]) == [false]

test_ipv4_not_read if _read([{"op": "remove", "path": "/server/nics/cap/rsc_ipv4_enabled"}]) == []

test_ipv6_not_read if _read([{"op": "remove", "path": "/server/nics/cap/rsc_ipv6_enabled"}]) == []

test_purpose_not_stated if _read([{"op": "remove", "path": "/server/nics/mgmt/purpose"}]) == []

test_nothing_is_captured if _read([{"op": "remove", "path": "/server/nics/cap"}]) == []

test_was_not_read if [answer | answer := receive_segment_coalescing.compliant with input as {"run": _given.run, "spec": {}}] == []

test_shows_its_evidence if {
	count([observed | observed := receive_segment_coalescing.observed with input as _given]) == 1
	count([required | required := receive_segment_coalescing.required with input as _given]) == 1
}

# Sets are compared as lists.
_same(a, b) if json.marshal(a) == json.marshal(b)

test_shows_observed if {
	got := receive_segment_coalescing.observed with input as _given
	_same(got, {"cap": {"ipv4": false, "ipv6": false}})
}
