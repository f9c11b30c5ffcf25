package mdi.rules.hardware.hyper_v_memory_test

import data.mdi.rules.hardware.hyper_v_memory

_read(given) := [answer | answer := hyper_v_memory.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"hypervisor": "hyper_v",
		"vm": {
			"dynamic_memory_enabled": false,
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
		"hypervisor": "hyper_v",
		"vm": {
			"dynamic_memory_enabled": true,
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

test_shows_its_evidence if {
	given := {
		"run": {
			"now": "2026-11-24T09:00:00Z",
			"policy_date": "2026-11-24",
			"profile": "v2-current",
		},
		"spec": {},
		"server": {
			"hypervisor": "hyper_v",
			"vm": {
				"dynamic_memory_enabled": false,
			},
		},
	}
	count([observed | observed := hyper_v_memory.observed with input as given]) == 1
	count([required | required := hyper_v_memory.required with input as given]) == 1
}

_applies(given) := [answer | answer := hyper_v_memory.applies with input as given]

test_applies_to_hyper_v if {
	every c in [
		[{"server": {"hypervisor": "hyper_v"}}, [true]],
		[{"server": {"hypervisor": "vmware"}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}

test_a_physical_server if {
	_applies({"server": {"virtual": false}}) == [false]
	_applies({"server": {"virtual": false, "hypervisor": "hyper_v"}}) == [false]
}

test_a_guest if [answer | answer := hyper_v_memory.applies with input as {"server": {"virtual": true, "hypervisor": "hyper_v"}}] == [true]

test_a_guest_elsewhere if [answer | answer := hyper_v_memory.applies with input as {"server": {"hypervisor": "kvm"}}] == [false]

test_a_guest_of_nobody_knows_what if [answer | answer := hyper_v_memory.applies with input as {"server": {"virtual": true}}] == []
