package mdi.rules.auditing.ntlm_outgoing_test

import data.mdi.rules.auditing.ntlm_outgoing

_read(given) := [answer | answer := ntlm_outgoing.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"registry": {
			"restrict_sending_ntlm_traffic": {
				"present": true,
				"type": "dword",
				"value": 1,
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
			"restrict_sending_ntlm_traffic": {
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
			"restrict_sending_ntlm_traffic": {
				"present": true,
				"type": "sz",
				"value": "1",
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
				"restrict_sending_ntlm_traffic": {
					"present": true,
					"type": "dword",
					"value": 1,
				},
			},
		},
	}
	count([observed | observed := ntlm_outgoing.observed with input as given]) == 1
	count([required | required := ntlm_outgoing.required with input as given]) == 1
}

test_each_value_counts if {
	every value in numbers.range(0, 3) {
		_read({"server": {"registry": {"restrict_sending_ntlm_traffic": {"present": true, "type": "dword", "value": value}}}}) == [value in {1, 2}]
	}
}
