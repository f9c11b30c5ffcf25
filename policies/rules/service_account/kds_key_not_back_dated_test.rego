package mdi.rules.service_account.kds_key_not_back_dated_test

import data.mdi.rules.service_account.kds_key_not_back_dated

_read(given) := [answer | answer := kds_key_not_back_dated.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"forest": {
		"dc_count": 3,
		"kds_root_keys": {
			"4c1c0f0e-7d0b-4b0e-8a0c-3f2f7a1f9b11": {
				"created_at": "2026-11-01T00:00:00Z",
				"effective_at": "2026-10-31T14:00:00Z",
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
	"forest": {
		"dc_count": 3,
		"kds_root_keys": {
			"4c1c0f0e-7d0b-4b0e-8a0c-3f2f7a1f9b11": {
				"created_at": "2026-11-24T08:00:00Z",
				"effective_at": "2026-11-23T22:30:00Z",
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
		"forest": {
			"dc_count": 3,
			"kds_root_keys": {
				"4c1c0f0e-7d0b-4b0e-8a0c-3f2f7a1f9b11": {
					"created_at": "2026-11-01T00:00:00Z",
					"effective_at": "2026-10-31T14:00:00Z",
				},
			},
		},
	}
	count([observed | observed := kds_key_not_back_dated.observed with input as given]) == 1
	count([required | required := kds_key_not_back_dated.required with input as given]) == 1
}

test_half_an_hour_of_grace if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"forest": {
		"dc_count": 3,
		"kds_root_keys": {
			"4c1c0f0e-7d0b-4b0e-8a0c-3f2f7a1f9b11": {
				"created_at": "2026-11-24T08:00:00Z",
				"effective_at": "2026-11-23T22:30:01Z",
			},
		},
	},
}) == [true]

test_one_controller if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"forest": {
		"dc_count": 1,
		"kds_root_keys": {
			"4c1c0f0e-7d0b-4b0e-8a0c-3f2f7a1f9b11": {
				"created_at": "2026-11-24T08:00:00Z",
				"effective_at": "2026-11-23T22:00:00Z",
			},
		},
	},
}) == [true]

test_old_enough_by_now if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"forest": {
		"dc_count": 3,
		"kds_root_keys": {
			"4c1c0f0e-7d0b-4b0e-8a0c-3f2f7a1f9b11": {
				"created_at": "2026-11-23T23:00:00Z",
				"effective_at": "2026-11-23T12:00:00Z",
			},
		},
	},
}) == [true]

_forest(dcs, key) := {"run": {"now": "2026-11-24T09:00:00Z"}, "forest": {"dc_count": dcs, "kds_root_keys": {"k": key}}}

_key(created, effective) := {"created_at": created, "effective_at": effective}

test_each_edge_counts if {
	_read(_forest(2, _key("2026-11-23T23:00:01Z", "2026-11-23T13:30:01Z"))) == [false]
	_read(_forest(2, _key("2026-11-23T23:00:01Z", "2026-11-23T13:30:02Z"))) == [true]
	_read(_forest(2, _key("2026-11-23T23:00:00Z", "2026-11-23T13:30:00Z"))) == [true]
	_read(_forest(1, _key("2026-11-23T23:00:01Z", "2026-11-23T13:30:01Z"))) == [true]
}

test_a_key_that_was_read_in_part_is_unknown if {
	every part in ["created_at", "effective_at"] {
		_read(_forest(2, object.remove(_key("2026-11-23T23:00:01Z", "2026-11-23T13:30:01Z"), {part}))) == []
	}
	key := _key("2026-11-23T23:00:01Z", "2026-11-23T13:30:01Z")
	_read({"run": {"now": "2026-11-24T09:00:00Z"}, "forest": {"kds_root_keys": {"k": key}}}) == []
}
