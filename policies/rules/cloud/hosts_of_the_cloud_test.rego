package mdi.rules.cloud.hosts_of_the_cloud_test

import data.mdi.rules.cloud.hosts_of_the_cloud

_read(given) := [answer | answer := hosts_of_the_cloud.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"tenant": {
		"cloud": "commercial",
	},
	"network": {
		"allowlist": {
			"*.atp.azure.com": true,
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
	"tenant": {
		"cloud": "commercial",
	},
	"network": {
		"allowlist": {
			"*.atp.azure.us": true,
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
		"tenant": {
			"cloud": "commercial",
		},
		"network": {
			"allowlist": {
				"*.atp.azure.com": true,
			},
		},
	}
	count([observed | observed := hosts_of_the_cloud.observed with input as given]) == 1
	count([required | required := hosts_of_the_cloud.required with input as given]) == 1
}
