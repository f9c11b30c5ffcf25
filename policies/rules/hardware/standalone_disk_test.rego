package mdi.rules.hardware.standalone_disk_test

import data.mdi.rules.hardware.standalone_disk

_read(given) := [answer | answer := standalone_disk.compliant with input as given]

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
				"free_bytes": 5368709120,
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
				"free_bytes": 5368709119,
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
					"free_bytes": 5368709120,
				},
			},
			"system_volume": "c",
		},
	}
	count([observed | observed := standalone_disk.observed with input as given]) == 1
	count([required | required := standalone_disk.required with input as given]) == 1
}

_volumes(spec) := {"spec": spec, "server": {"system_volume": "c", "volumes": {"c": {"free_bytes": 0}, "d": {"free_bytes": 5368709120}}}}

test_the_volume_of_the_spec_counts if {
	_read(_volumes({"sensor": {"install_volume": "d"}})) == [true]
	_read(_volumes({"sensor": {}})) == [false]
}
