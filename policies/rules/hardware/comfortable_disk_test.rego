package mdi.rules.hardware.comfortable_disk_test

import data.mdi.rules.hardware.comfortable_disk

_read(given) := [answer | answer := comfortable_disk.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"sensor": {},
	},
	"server": {
		"volumes": {
			"c": {
				"free_bytes": 10737418240,
			},
		},
		"system_volume": "c",
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"sensor": {},
	},
	"server": {
		"volumes": {
			"c": {
				"free_bytes": 10737418239,
			},
		},
		"system_volume": "c",
	},
}) == [false]

test_was_not_read if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"sensor": {},
	},
}) == []

test_shows_its_evidence if {
	given := {
		"run": {
			"now": "2026-11-24T09:00:00Z",
			"policy_date": "2026-11-24",
			"profile": "v2-current",
		},
		"spec": {
			"sensor": {},
		},
		"server": {
			"volumes": {
				"c": {
					"free_bytes": 10737418240,
				},
			},
			"system_volume": "c",
		},
	}
	count([observed | observed := comfortable_disk.observed with input as given]) == 1
	count([required | required := comfortable_disk.required with input as given]) == 1
}

test_another_volume if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"sensor": {
			"install_volume": "d",
		},
	},
	"server": {
		"volumes": {
			"c": {
				"free_bytes": 0,
			},
			"d": {
				"free_bytes": 10737418240,
			},
		},
		"system_volume": "c",
	},
}) == [true]
