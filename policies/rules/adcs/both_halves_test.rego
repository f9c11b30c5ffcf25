package mdi.rules.adcs.both_halves_test

import data.mdi.rules.adcs.both_halves

_read(given) := [answer | answer := both_halves.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"online": true,
		"audit_policy": {
			"0cce9221-69ae-11d9-bed3-505054503030": 3,
		},
		"ca": {
			"audit_filter": {
				"present": true,
				"type": "dword",
				"value": 127,
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
		"online": true,
		"audit_policy": {
			"0cce9221-69ae-11d9-bed3-505054503030": 1,
		},
		"ca": {
			"audit_filter": {
				"present": true,
				"type": "dword",
				"value": 127,
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
			"online": true,
			"audit_policy": {
				"0cce9221-69ae-11d9-bed3-505054503030": 3,
			},
			"ca": {
				"audit_filter": {
					"present": true,
					"type": "dword",
					"value": 127,
				},
			},
		},
	}
	count([observed | observed := both_halves.observed with input as given]) == 1
	count([required | required := both_halves.required with input as given]) == 1
}

test_filter_missing if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"online": true,
		"audit_policy": {
			"0cce9221-69ae-11d9-bed3-505054503030": 3,
		},
		"ca": {
			"audit_filter": {
				"present": true,
				"type": "dword",
				"value": 1,
			},
		},
	},
}) == [false]

test_no_filter if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"online": true,
		"audit_policy": {
			"0cce9221-69ae-11d9-bed3-505054503030": 3,
		},
		"ca": {
			"audit_filter": {
				"present": false,
			},
		},
	},
}) == [false]

_applies(given) := [answer | answer := both_halves.applies with input as given]

test_applies_to_servers_online if {
	every c in [
		[{"server": {"online": true}}, [true]],
		[{"server": {"online": false}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}

_halves(policy, value) := {"server": {
	"audit_policy": {"0cce9221-69ae-11d9-bed3-505054503030": policy},
	"ca": {"audit_filter": {"present": true, "type": "dword", "value": value}},
}}

test_each_half_counts if {
	_read(_halves(3, 126)) == [true]
	_read(_halves(3, 125)) == [false]
	_read(_halves(2, 126)) == [false]
}
