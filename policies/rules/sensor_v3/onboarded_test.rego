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

_applies(given) := [answer | answer := onboarded.applies with input as given]

test_applies_to_onboarding_by_defender if {
	every c in [
		[{"spec": {"sensor": {"onboarding": "mde"}}}, [true]],
		[{"spec": {"sensor": {"onboarding": "mdi"}}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}
