package mdi.rules.certificates.dotnet_tls_test

import data.mdi.rules.certificates.dotnet_tls

_read(given) := [answer | answer := dotnet_tls.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"registry": {
			"dotnet_system_default_tls_versions": {
				"present": false,
			},
			"dotnet_sch_use_strong_crypto": {
				"present": false,
			},
			"dotnet32_system_default_tls_versions": {
				"present": false,
			},
			"dotnet32_sch_use_strong_crypto": {
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
			"dotnet_system_default_tls_versions": {
				"present": true,
				"type": "dword",
				"value": 0,
			},
			"dotnet_sch_use_strong_crypto": {
				"present": true,
				"type": "dword",
				"value": 0,
			},
			"dotnet32_system_default_tls_versions": {
				"present": true,
				"type": "dword",
				"value": 0,
			},
			"dotnet32_sch_use_strong_crypto": {
				"present": true,
				"type": "dword",
				"value": 0,
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
				"dotnet_system_default_tls_versions": {
					"present": false,
				},
				"dotnet_sch_use_strong_crypto": {
					"present": false,
				},
				"dotnet32_system_default_tls_versions": {
					"present": false,
				},
				"dotnet32_sch_use_strong_crypto": {
					"present": false,
				},
			},
		},
	}
	count([observed | observed := dotnet_tls.observed with input as given]) == 1
	count([required | required := dotnet_tls.required with input as given]) == 1
}

_ones := {name: {"present": true, "type": "dword", "value": 1} | some name in {"dotnet_system_default_tls_versions", "dotnet_sch_use_strong_crypto", "dotnet32_system_default_tls_versions", "dotnet32_sch_use_strong_crypto"}}

_registry(changes) := {"server": {"registry": object.union(_ones, changes)}}

test_each_value_counts if {
	every name in object.keys(_ones) {
		every wrong in [{"value": 0}, {"type": "string"}] {
			_read(_registry({name: wrong})) == [false]
		}
		_read(_registry({name: {"present": false}})) == [true]
		_read({"server": {"registry": object.remove(_ones, {name})}}) == []
	}
}

test_other_values_do_not_count if _read(_registry({"another": {"present": true, "type": "dword", "value": 0}})) == [true]

test_shows_each_value if {
	observed := dotnet_tls.observed with input as _registry({
		"dotnet_sch_use_strong_crypto": {"present": false, "type": "none"},
		"dotnet32_sch_use_strong_crypto": {"value": 0},
	})
	observed == {"dotnet_system_default_tls_versions": "1", "dotnet_sch_use_strong_crypto": "not present", "dotnet32_system_default_tls_versions": "1", "dotnet32_sch_use_strong_crypto": "wrong"}
}
