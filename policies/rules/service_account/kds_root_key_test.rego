package mdi.rules.service_account.kds_root_key_test

import data.mdi.rules.service_account.kds_root_key

_read(given) := [answer | answer := kds_root_key.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"dsa": {
			"kind": "gmsa",
		},
	},
	"forest": {
		"kds_root_keys": {
			"4c1c0f0e-7d0b-4b0e-8a0c-3f2f7a1f9b11": {
				"created_at": "2025-02-01T09:00:00Z",
				"effective_at": "2025-02-01T09:00:00Z",
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
	"spec": {
		"dsa": {
			"kind": "gmsa",
		},
	},
	"forest": {
		"kds_root_keys": {},
	},
}) == [false]

test_was_not_read if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"dsa": {
			"kind": "gmsa",
		},
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
			"dsa": {
				"kind": "gmsa",
			},
		},
		"forest": {
			"kds_root_keys": {
				"4c1c0f0e-7d0b-4b0e-8a0c-3f2f7a1f9b11": {
					"created_at": "2025-02-01T09:00:00Z",
					"effective_at": "2025-02-01T09:00:00Z",
				},
			},
		},
	}
	count([observed | observed := kds_root_key.observed with input as given]) == 1
	count([required | required := kds_root_key.required with input as given]) == 1
}

_applies(given) := [answer | answer := kds_root_key.applies with input as given]

test_applies_to_managed_accounts if {
	every c in [
		[{"spec": {"dsa": {"kind": "gmsa"}}}, [true]],
		[{"spec": {"dsa": {"kind": "user"}}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}
