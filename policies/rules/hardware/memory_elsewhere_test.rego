package mdi.rules.hardware.memory_elsewhere_test

import data.mdi.rules.hardware.memory_elsewhere

_read(given) := [answer | answer := memory_elsewhere.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"virtual": true,
		"hypervisor": "azure",
		"vm": {
			"memory_fully_allocated": true,
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
		"virtual": true,
		"hypervisor": "kvm",
		"vm": {
			"memory_fully_allocated": false,
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
			"virtual": true,
			"hypervisor": "azure",
			"vm": {
				"memory_fully_allocated": true,
			},
		},
	}
	count([observed | observed := memory_elsewhere.observed with input as given]) == 1
	[required | required := memory_elsewhere.required with input as given] == [true]
}

_applies(given) := [answer | answer := memory_elsewhere.applies with input as given]

test_applies_to_other_hypervisors if {
	every c in [
		[{"server": {"virtual": true, "hypervisor": "kvm"}}, [true]],
		[{"server": {"virtual": true, "hypervisor": "hyper_v"}}, [false]],
		[{"server": {"virtual": true, "hypervisor": "vmware"}}, [false]],
		[{"server": {"virtual": false}}, [false]],
		[{"server": {"virtual": false, "hypervisor": "kvm"}}, [false]],
		[{"server": {"virtual": true}}, []],
		[{"server": {"hypervisor": "kvm"}}, []],
	] {
		_applies(c[0]) == c[1]
	}
}
