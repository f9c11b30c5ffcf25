package mdi.rules.auditing.ntlm_numbers_test

import data.mdi.rules.auditing.ntlm_numbers

_read(given) := [answer | answer := ntlm_numbers.compliant with input as given]

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
			"restrict_sending_ntlm_traffic": {
				"present": true,
				"type": "dword",
				"value": 1,
			},
			"audit_ntlm_in_domain": {
				"present": true,
				"type": "dword",
				"value": 7,
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
				"present": true,
				"type": "dword",
				"value": 2,
			},
			"restrict_sending_ntlm_traffic": {
				"present": true,
				"type": "dword",
				"value": 1,
			},
			"audit_ntlm_in_domain": {
				"present": true,
				"type": "sz",
				"value": "7",
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
			"registry": {
				"audit_receiving_ntlm_traffic": {
					"present": true,
					"type": "dword",
					"value": 2,
				},
				"restrict_sending_ntlm_traffic": {
					"present": true,
					"type": "dword",
					"value": 1,
				},
				"audit_ntlm_in_domain": {
					"present": true,
					"type": "dword",
					"value": 7,
				},
			},
		},
	}
	count([observed | observed := ntlm_numbers.observed with input as given]) == 1
	count([required | required := ntlm_numbers.required with input as given]) == 1
}

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
				"present": false,
			},
			"restrict_sending_ntlm_traffic": {
				"present": false,
			},
			"audit_ntlm_in_domain": {
				"present": false,
			},
		},
	},
}) == [true]

test_one_value_unread if _read({
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
			"restrict_sending_ntlm_traffic": {
				"present": true,
				"type": "dword",
				"value": 1,
			},
		},
	},
}) == []

_numbers := {name: {"present": true, "type": "dword"} | some name in {"audit_receiving_ntlm_traffic", "restrict_sending_ntlm_traffic", "audit_ntlm_in_domain"}}

_registry(changes) := {"server": {"registry": object.union(_numbers, changes)}}

test_each_value_counts if {
	_read(_registry({})) == [true]
	every name in object.keys(_numbers) {
		_read(_registry({name: {"type": "string"}})) == [false]
		_read(_registry({name: {"present": false}})) == [true]
		_read({"server": {"registry": object.remove(_numbers, {name})}}) == []
		_read({"server": {"registry": object.union(object.remove(_numbers, {name}), {name: {"type": "dword"}})}}) == []
	}
}

test_other_values_do_not_count if _read(_registry({"another": {"present": true, "type": "string"}})) == [true]
