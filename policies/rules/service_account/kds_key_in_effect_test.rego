package mdi.rules.service_account.kds_key_in_effect_test

import data.mdi.rules.service_account.kds_key_in_effect

_read(given) := [answer | answer := kds_key_in_effect.compliant with input as given]

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
				"created_at": "2026-11-23T23:00:00Z",
				"effective_at": "2026-11-24T09:00:00Z",
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
				"created_at": "2026-11-23T23:00:01Z",
				"effective_at": "2026-11-24T08:00:00Z",
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
					"created_at": "2026-11-23T23:00:00Z",
					"effective_at": "2026-11-24T09:00:00Z",
				},
			},
		},
	}
	kds_key_in_effect.observed == {"4c1c0f0e-7d0b-4b0e-8a0c-3f2f7a1f9b11": {"created": "2026-11-23T23:00:00Z", "effective": "2026-11-24T09:00:00Z"}} with input as given
	is_string(kds_key_in_effect.required) with input as given
}

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
				"created_at": "2026-11-24T08:59:00Z",
				"effective_at": "2026-11-23T22:59:00Z",
			},
		},
	},
}) == [true]

test_not_yet_effective if _read({
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
				"effective_at": "2026-11-24T09:00:01Z",
			},
		},
	},
}) == [false]

test_no_key if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"forest": {
		"dc_count": 2,
		"kds_root_keys": {},
	},
}) == [false]

# A date that was not read leaves open whether there is a key that not every controller has.
test_dates_unread if {
	given := {
		"run": {"now": "2026-11-24T09:00:00Z"},
		"spec": {},
		"forest": {"dc_count": 1, "kds_root_keys": {
			"4c1c0f0e-7d0b-4b0e-8a0c-3f2f7a1f9b11": {"created_at": "2025-02-01T09:00:00Z", "effective_at": "2025-02-01T09:00:00Z"},
			"5c1c0f0e-7d0b-4b0e-8a0c-3f2f7a1f9b11": {"created_at": "2025-02-01T09:00:00Z", "effective_at": "2025-02-01T09:00:00Z"},
		}},
	}
	_read(given) == [true]
	_read(json.remove(given, ["forest/kds_root_keys/5c1c0f0e-7d0b-4b0e-8a0c-3f2f7a1f9b11/created_at"])) == []
	_read(json.remove(given, ["forest/kds_root_keys/5c1c0f0e-7d0b-4b0e-8a0c-3f2f7a1f9b11/effective_at"])) == []
}
