package mdi.rules.auditing.ntlm_log_test

import data.mdi.rules.auditing.ntlm_log

_read(given) := [answer | answer := ntlm_log.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"event_channels": {
			"microsoft-windows-ntlm/operational": {
				"enabled": true,
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
		"event_channels": {
			"microsoft-windows-ntlm/operational": {
				"enabled": false,
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
			"event_channels": {
				"microsoft-windows-ntlm/operational": {
					"enabled": true,
				},
			},
		},
	}
	count([observed | observed := ntlm_log.observed with input as given]) == 1
	[required | required := ntlm_log.required with input as given] == [true]
}
