package mdi.rules.adcs.audit_filter_test

import data.mdi.rules.adcs.audit_filter

_read(given) := [answer | answer := audit_filter.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"online": true,
		"ca": {
			"active_name": "Contoso CA",
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
		"ca": {
			"active_name": "Contoso CA",
			"audit_filter": {
				"present": true,
				"type": "dword",
				"value": 3,
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
			"ca": {
				"active_name": "Contoso CA",
				"audit_filter": {
					"present": true,
					"type": "dword",
					"value": 127,
				},
			},
		},
	}
	count([observed | observed := audit_filter.observed with input as given]) == 1
	count([required | required := audit_filter.required with input as given]) == 1
}

test_without_start_and_stop if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {"auditing": {"ca_start_stop": false}},
	"server": {
		"online": true,
		"ca": {
			"active_name": "Contoso CA",
			"audit_filter": {
				"present": true,
				"type": "dword",
				"value": 126,
			},
		},
	},
}) == [true]

test_start_and_stop_forgotten if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"online": true,
		"ca": {
			"active_name": "Contoso CA",
			"audit_filter": {
				"present": true,
				"type": "dword",
				"value": 126,
			},
		},
	},
}) == [false]

test_boundary_2 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {"auditing": {"ca_start_stop": false}},
	"server": {
		"online": true,
		"ca": {
			"active_name": "Contoso CA",
			"audit_filter": {
				"present": true,
				"type": "dword",
				"value": 125,
			},
		},
	},
}) == [false]

test_a_superset if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"online": true,
		"ca": {
			"active_name": "Contoso CA",
			"audit_filter": {
				"present": true,
				"type": "dword",
				"value": 255,
			},
		},
	},
}) == [true]

test_absent if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"online": true,
		"ca": {
			"active_name": "Contoso CA",
			"audit_filter": {
				"present": false,
			},
		},
	},
}) == [false]

test_text if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"online": true,
		"ca": {
			"active_name": "Contoso CA",
			"audit_filter": {
				"present": true,
				"type": "sz",
				"value": "127",
			},
		},
	},
}) == [false]

test_start_and_stop_wanted if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"auditing": {
			"ca_start_stop": true,
		},
	},
	"server": {
		"online": true,
		"ca": {
			"active_name": "Contoso CA",
			"audit_filter": {
				"present": true,
				"type": "dword",
				"value": 126,
			},
		},
	},
}) == [false]

_applies(given) := [answer | answer := audit_filter.applies with input as given]

test_applies_to_servers_online if {
	every c in [
		[{"server": {"online": true}}, [true]],
		[{"server": {"online": false}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}

_filter(value, wanted) := {"spec": {"auditing": {"ca_start_stop": wanted}}, "server": {"ca": {"audit_filter": {"present": true, "type": "dword", "value": value}}}}

test_start_and_stop_count_where_the_spec_asks_for_them if {
	_read(_filter(126, false)) == [true]
	_read(_filter(126, true)) == [false]
	_read(_filter(127, true)) == [true]
	_read(_filter(125, false)) == [false]
}
