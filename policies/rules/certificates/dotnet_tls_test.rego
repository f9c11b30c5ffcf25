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
