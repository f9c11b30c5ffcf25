package mdi.rules.capacity.comfortable_traffic_test

import data.mdi.rules.capacity.comfortable_traffic

_read(given) := [answer | answer := comfortable_traffic.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"traffic": {
			"busy_packets_per_second": 60000,
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
		"traffic": {
			"busy_packets_per_second": 60001,
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
			"traffic": {
				"busy_packets_per_second": 60000,
			},
		},
	}
	count([observed | observed := comfortable_traffic.observed with input as given]) == 1
	count([required | required := comfortable_traffic.required with input as given]) == 1
}
