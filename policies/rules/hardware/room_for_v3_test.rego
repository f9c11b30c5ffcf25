package mdi.rules.hardware.room_for_v3_test

import data.mdi.rules.hardware.room_for_v3

_read(patches) := [answer | answer := room_for_v3.compliant with input as json.patch(_given, patches)]

_given := {
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"server": {
		"memory_bytes": 8589934592,
		"memory_used_peak_bytes": 6979321856,
		"physical_cores": 4,
	},
}

test_complies if _read([]) == [true]

test_a_byte_short if _read([{"op": "add", "path": "/server/memory_used_peak_bytes", "value": 6979321857}]) == [false]

test_memory_not_read if _read([{"op": "remove", "path": "/server/memory_bytes"}]) == []

test_use_not_read if _read([{"op": "remove", "path": "/server/memory_used_peak_bytes"}]) == []

test_cores_not_read if _read([{"op": "remove", "path": "/server/physical_cores"}]) == []

test_was_not_read if [answer | answer := room_for_v3.compliant with input as {"run": _given.run, "spec": {}}] == []

test_shows_its_evidence if {
	count([observed | observed := room_for_v3.observed with input as _given]) == 1
	count([required | required := room_for_v3.required with input as _given]) == 1
}

# Sets are compared as lists.
_same(a, b) if json.marshal(a) == json.marshal(b)

test_shows_observed if {
	got := room_for_v3.observed with input as _given
	_same(got, {"memory_bytes": 8589934592, "used_at_peak": 6979321856, "left": 1610612736, "cores": 4, "cores_it_may_take": 1.2})
}
