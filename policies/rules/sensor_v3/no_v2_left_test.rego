package mdi.rules.sensor_v3.no_v2_left_test

import data.mdi.rules.sensor_v3.no_v2_left

_read(given) := [answer | answer := no_v2_left.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"server": {
		"sensor_v2": {
			"installed": false,
		},
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
	"server": {
		"sensor_v2": {
			"installed": true,
		},
	},
	"sensor": {
		"migrated_at": "2026-11-01T00:00:00Z",
	},
}) == [false]

test_was_not_read if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v3-current",
	},
	"spec": {},
}) == []

test_shows_its_evidence if {
	given := {
		"run": {
			"now": "2026-11-24T09:00:00Z",
			"policy_date": "2026-11-24",
			"profile": "v3-current",
		},
		"spec": {},
		"server": {
			"sensor_v2": {
				"installed": false,
			},
		},
	}
	count([observed | observed := no_v2_left.observed with input as given]) == 1
	count([required | required := no_v2_left.required with input as given]) == 1
}

test_says_when_it_was_migrated if {
	no_v2_left.observed == {"migrated": "2026-11-01T00:00:00Z", "v2": true} with input as {"sensor": {"migrated_at": "2026-11-01T00:00:00Z"}, "server": {"sensor_v2": {"installed": true}}}
	no_v2_left.observed.migrated == "no" with input as {"server": {"sensor_v2": {"installed": true}}}
}

test_applies_when_no_migration_is_under_way if {
	_migrating(false, {}) == [true]
	_migrating(false, {"migration_state": "migrating"}) == [true]
	_migrating(true, {"migration_state": "up_to_date"}) == [true]
	_migrating(true, {"migration_state": "migrating"}) == [false]
	_migrating(true, {}) == []
	[answer | answer := no_v2_left.applies with input as {"spec": {}}] == [true]
}

_migrating(planned, sensor) := [answer | answer := no_v2_left.applies with input as {"spec": {"sensor": {"migrate": planned}}, "sensor": sensor}]
