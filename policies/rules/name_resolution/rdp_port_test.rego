package mdi.rules.name_resolution.rdp_port_test

import data.mdi.rules.name_resolution.rdp_port

_read(given) := [answer | answer := rdp_port.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"network": {
		"device_rdp_port": 3389,
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"network": {
		"device_rdp_port": 3390,
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
		"network": {
			"device_rdp_port": 3389,
		},
	}
	count([observed | observed := rdp_port.observed with input as given]) == 1
	count([required | required := rdp_port.required with input as given]) == 1
}
