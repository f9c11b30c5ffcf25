package mdi.rules.sensor_v3.onboarded_test

import data.mdi.rules.sensor_v3.onboarded

_read(given) := [answer | answer := onboarded.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {
		"sensor": {
			"onboarding": "mde",
		},
	},
	"server": {
		"mde": {
			"onboarded": true,
		},
		"services": {
			"sense": {
				"state": "running",
			},
		},
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {
		"sensor": {
			"onboarding": "mde",
		},
	},
	"server": {
		"mde": {
			"onboarded": false,
		},
		"services": {
			"sense": {
				"state": "stopped",
			},
		},
	},
}) == [false]

test_was_not_read if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {
		"sensor": {
			"onboarding": "mde",
		},
	},
}) == []

test_shows_its_evidence if {
	given := {
		"run": {
			"now": "2026-11-24T09:00:00Z",
			"policy_date": "2026-11-24",
			"profile": "v3-current",
		},
		"spec": {
			"sensor": {
				"onboarding": "mde",
			},
		},
		"server": {
			"mde": {
				"onboarded": true,
			},
			"services": {
				"sense": {
					"state": "running",
				},
			},
		},
	}
	count([observed | observed := onboarded.observed with input as given]) == 1
	count([required | required := onboarded.required with input as given]) == 1
}

_applies(onboarding, roles) := [answer | answer := onboarded.applies with input as {"spec": {"sensor": {"onboarding": onboarding}}, "server": {"roles": roles}}]

test_package_on_a_controller if _applies("mdi_package", {"dc": true, "rodc": false}) == [false]

test_package_on_a_read_only_controller if _applies("mdi_package", {"dc": false, "rodc": true}) == [false]

test_package_on_another_server if _applies("mdi_package", {"dc": false, "rodc": false}) == [true]

test_package_on_nobody_knows_what if _applies("mdi_package", {"dc": false}) == []

test_endpoint_onboarding_of_a_controller if _applies("mde", {"dc": true, "rodc": false}) == [true]

test_endpoint_onboarding_of_another_server if _applies("mde", {"dc": false, "rodc": false}) == [true]
