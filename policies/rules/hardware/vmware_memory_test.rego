package mdi.rules.hardware.vmware_memory_test

import data.mdi.rules.hardware.vmware_memory

_read(given) := [answer | answer := vmware_memory.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"hypervisor": "vmware",
		"vm": {
			"memory_all_locked": true,
		},
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"hypervisor": "vmware",
		"vm": {
			"memory_all_locked": false,
			"memory_reserved_bytes": 1073741824,
			"memory_configured_bytes": 2147483648,
		},
	},
}) == [false]

test_was_not_read if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
}) == []

test_boundary_1 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"hypervisor": "vmware",
		"vm": {
			"memory_all_locked": false,
			"memory_reserved_bytes": 2147483648,
			"memory_configured_bytes": 2147483648,
		},
	},
}) == [true]

test_shows_its_evidence if {
	given := {
		"run": {
			"now": "2026-11-24T09:00:00Z",
			"policy_date": "2026-11-24",
			"profile": "v2-current",
		},
		"spec": {},
		"server": {
			"hypervisor": "vmware",
			"vm": {
				"memory_all_locked": true,
			},
		},
	}
	count([observed | observed := vmware_memory.observed with input as given]) == 1
	count([required | required := vmware_memory.required with input as given]) == 1
}

_applies(given) := [answer | answer := vmware_memory.applies with input as given]

test_applies_to_vmware if {
	every c in [
		[{"server": {"hypervisor": "vmware"}}, [true]],
		[{"server": {"hypervisor": "hyper_v"}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}

test_either_way_suffices if {
	every c in [
		[{"server": {"vm": {"memory_all_locked": true, "memory_reserved_bytes": 0, "memory_configured_bytes": 1}}}, [true]],
		[{"server": {"vm": {"memory_all_locked": false, "memory_reserved_bytes": 1, "memory_configured_bytes": 1}}}, [true]],
		[{"server": {"vm": {"memory_all_locked": false, "memory_reserved_bytes": 0, "memory_configured_bytes": 1}}}, [false]],
		[{"server": {"vm": {"memory_reserved_bytes": 0, "memory_configured_bytes": 1}}}, []],
	] {
		_read(c[0]) == c[1]
	}
}

test_a_physical_server if {
	_applies({"server": {"virtual": false}}) == [false]
	_applies({"server": {"virtual": false, "hypervisor": "vmware"}}) == [false]
}

test_a_guest if [answer | answer := vmware_memory.applies with input as {"server": {"virtual": true, "hypervisor": "vmware"}}] == [true]

test_a_guest_elsewhere if [answer | answer := vmware_memory.applies with input as {"server": {"hypervisor": "kvm"}}] == [false]

test_a_guest_of_nobody_knows_what if [answer | answer := vmware_memory.applies with input as {"server": {"virtual": true}}] == []
