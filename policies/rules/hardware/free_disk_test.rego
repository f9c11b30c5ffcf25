package mdi.rules.hardware.free_disk_test

import data.mdi.rules.hardware.free_disk

_read(given) := [answer | answer := free_disk.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"volumes": {
			"c": {
				"free_bytes": 6442450944,
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
		"volumes": {
			"c": {
				"free_bytes": 6442450943,
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
			"volumes": {
				"c": {
					"free_bytes": 6442450944,
				},
			},
		},
	}
	count([observed | observed := free_disk.observed with input as given]) == 1
	count([required | required := free_disk.required with input as given]) == 1
}

_volumes(spec) := {"run": {"profile": "v2-current"}, "spec": spec, "server": {"volumes": {"c": {"free_bytes": 0}, "d": {"free_bytes": 6442450944}}}}

test_the_volume_of_the_spec_counts if {
	_read(_volumes({"sensor": {"install_volume": "d"}})) == [true]
	_read(_volumes({"sensor": {}})) == [false]
}
