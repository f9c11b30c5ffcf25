package mdi.rules.capture.large_send_offload_test

import data.mdi.rules.capture.large_send_offload

_read(given) := [answer | answer := large_send_offload.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"hypervisor": "vmware",
		"nics": {
			"Ethernet0": {
				"lso_v2_ipv4_enabled": false,
				"tso_ipv4_enabled": false,
			},
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
		"nics": {
			"Ethernet0": {
				"lso_v2_ipv4_enabled": true,
				"tso_ipv4_enabled": false,
			},
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
			"hypervisor": "vmware",
			"nics": {
				"Ethernet0": {
					"lso_v2_ipv4_enabled": false,
					"tso_ipv4_enabled": false,
				},
			},
		},
	}
	count([observed | observed := large_send_offload.observed with input as given]) == 1
	count([required | required := large_send_offload.required with input as given]) == 1
}

_applies(given) := [answer | answer := large_send_offload.applies with input as given]

test_applies_to_vmware if {
	every c in [
		[{"server": {"hypervisor": "vmware"}}, [true]],
		[{"server": {"hypervisor": "hyper_v"}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}

_nic(nic) := {"server": {"nics": {"a": nic}}}

test_each_offload_counts if {
	_read(_nic({"lso_v2_ipv4_enabled": false, "tso_ipv4_enabled": false})) == [true]
	_read(_nic({"lso_v2_ipv4_enabled": true, "tso_ipv4_enabled": false})) == [false]
	_read(_nic({"lso_v2_ipv4_enabled": false, "tso_ipv4_enabled": true})) == [false]
	_read(_nic({"lso_v2_ipv4_enabled": false})) == []
	_read(_nic({"tso_ipv4_enabled": false})) == []
}

test_a_physical_server if [answer | answer := large_send_offload.applies with input as {"server": {"virtual": false}}] == [false]

test_a_guest if [answer | answer := large_send_offload.applies with input as {"server": {"virtual": true, "hypervisor": "vmware"}}] == [true]

test_a_guest_elsewhere if [answer | answer := large_send_offload.applies with input as {"server": {"hypervisor": "kvm"}}] == [false]

test_a_guest_of_nobody_knows_what if [answer | answer := large_send_offload.applies with input as {"server": {"virtual": true}}] == []

test_a_physical_server_with_the_hypervisor_of_its_past if [answer | answer := large_send_offload.applies with input as {"server": {"virtual": false, "hypervisor": "vmware"}}] == [false]
