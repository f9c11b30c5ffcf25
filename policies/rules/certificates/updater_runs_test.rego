package mdi.rules.certificates.updater_runs_test

import data.mdi.rules.certificates.updater_runs

_read(given) := [answer | answer := updater_runs.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"sensor_v2": {
			"installed": true,
		},
		"services": {
			"aatpsensorupdater": {
				"state": "running",
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
		"sensor_v2": {
			"installed": true,
		},
		"services": {
			"aatpsensorupdater": {
				"state": "stopped",
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
			"sensor_v2": {
				"installed": true,
			},
			"services": {
				"aatpsensorupdater": {
					"state": "running",
				},
			},
		},
	}
	[observed | observed := updater_runs.observed with input as given] == [{"sensor": true, "updater": "running"}]
	count([required | required := updater_runs.required with input as given]) == 1
}

test_not_installed if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"sensor_v2": {
			"installed": false,
		},
	},
}) == [true]

test_no_sensor_needs_no_updater if {
	every c in [
		[{"server": {"sensor_v2": {"installed": false}, "services": {"aatpsensorupdater": {"state": "stopped"}}}}, [true]],
	] {
		_read(c[0]) == c[1]
	}
}
