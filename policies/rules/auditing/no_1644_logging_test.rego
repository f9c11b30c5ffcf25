package mdi.rules.auditing.no_1644_logging_test

import data.mdi.rules.auditing.no_1644_logging

_read(given) := [answer | answer := no_1644_logging.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"registry": {
			"ntds_field_engineering": {
				"present": false,
			},
			"ntds_expensive_search_results_threshold": {
				"present": false,
			},
			"ntds_inefficient_search_results_threshold": {
				"present": false,
			},
			"ntds_search_time_threshold": {
				"present": false,
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
			"ntds_field_engineering": {
				"present": true,
				"type": "dword",
				"value": 5,
			},
			"ntds_expensive_search_results_threshold": {
				"present": false,
			},
			"ntds_inefficient_search_results_threshold": {
				"present": false,
			},
			"ntds_search_time_threshold": {
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
				"ntds_field_engineering": {
					"present": false,
				},
				"ntds_expensive_search_results_threshold": {
					"present": false,
				},
				"ntds_inefficient_search_results_threshold": {
					"present": false,
				},
				"ntds_search_time_threshold": {
					"present": false,
				},
			},
		},
	}
	count([observed | observed := no_1644_logging.observed with input as given]) == 1
	count([required | required := no_1644_logging.required with input as given]) == 1
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
			"ntds_field_engineering": {
				"present": true,
				"type": "dword",
				"value": 0,
			},
			"ntds_expensive_search_results_threshold": {
				"present": false,
			},
			"ntds_inefficient_search_results_threshold": {
				"present": false,
			},
			"ntds_search_time_threshold": {
				"present": false,
			},
		},
	},
}) == [true]

test_boundary_2 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"registry": {
			"ntds_field_engineering": {
				"present": false,
			},
			"ntds_expensive_search_results_threshold": {
				"present": false,
			},
			"ntds_inefficient_search_results_threshold": {
				"present": false,
			},
			"ntds_search_time_threshold": {
				"present": true,
				"type": "dword",
				"value": 1,
			},
		},
	},
}) == [false]

test_one_value_unread if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"registry": {
			"ntds_field_engineering": {
				"present": false,
			},
			"ntds_expensive_search_results_threshold": {
				"present": false,
			},
			"ntds_inefficient_search_results_threshold": {
				"present": false,
			},
		},
	},
}) == []

_absent := {name: {"present": false} | some name in {"ntds_field_engineering", "ntds_expensive_search_results_threshold", "ntds_inefficient_search_results_threshold", "ntds_search_time_threshold"}}

_registry(changes) := {"server": {"registry": object.union(_absent, changes)}}

test_each_value_counts if {
	every name in object.keys(_absent) {
		_read(_registry({name: {"present": true, "type": "dword", "value": 1}})) == [false]
		_read({"server": {"registry": object.remove(_absent, {name})}}) == []
	}
	_read(_registry({"ntds_field_engineering": {"present": true, "type": "dword", "value": 0}})) == [true]
	_read(_registry({"ntds_search_time_threshold": {"present": true, "type": "dword", "value": 0}})) == [false]
}

test_other_values_do_not_count if _read(_registry({"another": {"present": true, "type": "dword", "value": 5}})) == [true]
