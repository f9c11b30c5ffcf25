package mdi.rules.auditing.ntlm_incoming_test

import data.mdi.rules.auditing.ntlm_incoming

_read(given) := [answer | answer := ntlm_incoming.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"registry": {
			"audit_receiving_ntlm_traffic": {
				"present": true,
				"type": "dword",
				"value": 2,
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
		"registry": {
			"audit_receiving_ntlm_traffic": {
				"present": false,
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

test_boundary_1 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"registry": {
			"audit_receiving_ntlm_traffic": {
				"present": true,
				"type": "sz",
				"value": "2",
			},
		},
	},
}) == [false]

test_shows_its_evidence if {
	given := {
		"run": {
			"now": "2026-11-24T09:00:00Z",
			"policy_date": "2026-11-24",
			"profile": "v2-current",
		},
		"spec": {},
		"server": {
			"registry": {
				"audit_receiving_ntlm_traffic": {
					"present": true,
					"type": "dword",
					"value": 2,
				},
			},
		},
	}
	count([observed | observed := ntlm_incoming.observed with input as given]) == 1
	count([required | required := ntlm_incoming.required with input as given]) == 1
}
