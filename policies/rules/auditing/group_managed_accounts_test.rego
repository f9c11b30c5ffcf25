package mdi.rules.auditing.group_managed_accounts_test

import data.mdi.rules.auditing.group_managed_accounts

_read(given) := [answer | answer := group_managed_accounts.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"domain": {
		"root_sacl": {
			"OU;CIIOSA;0x000d006b;;7b8b558a-93a5-4af7-adca-c017e67f1057;S-1-1-0": {
				"type": "audit",
				"sid": "S-1-1-0",
				"mask": 852075,
				"flags": 74,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "7b8b558a-93a5-4af7-adca-c017e67f1057",
			},
		},
	},
	"forest": {
		"schema_version": 56,
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"domain": {
		"root_sacl": {},
	},
	"forest": {
		"schema_version": 56,
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
		"domain": {
			"root_sacl": {
				"OU;CIIOSA;0x000d006b;;7b8b558a-93a5-4af7-adca-c017e67f1057;S-1-1-0": {
					"type": "audit",
					"sid": "S-1-1-0",
					"mask": 852075,
					"flags": 74,
					"object_type": "00000000-0000-0000-0000-000000000000",
					"inherited_object_type": "7b8b558a-93a5-4af7-adca-c017e67f1057",
				},
			},
		},
		"forest": {
			"schema_version": 56,
		},
	}
	[observed | observed := group_managed_accounts.observed with input as given] == ["0x000d006b"]
	[required | required := group_managed_accounts.required with input as given] == ["0x000d006b"]
}

test_one_bit_short if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"domain": {
		"root_sacl": {
			"OU;CIIOSA;0x000d006a;;7b8b558a-93a5-4af7-adca-c017e67f1057;S-1-1-0": {
				"type": "audit",
				"sid": "S-1-1-0",
				"mask": 852074,
				"flags": 74,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "7b8b558a-93a5-4af7-adca-c017e67f1057",
			},
		},
	},
	"forest": {
		"schema_version": 56,
	},
}) == [false]

test_several_entries_add_up if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"domain": {
		"root_sacl": {
			"OU;CIIOSA;0x000d006a;;7b8b558a-93a5-4af7-adca-c017e67f1057;S-1-1-0": {
				"type": "audit",
				"sid": "S-1-1-0",
				"mask": 852074,
				"flags": 74,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "7b8b558a-93a5-4af7-adca-c017e67f1057",
			},
			"AU;CISA;0x00000001;;;S-1-1-0": {
				"type": "audit",
				"sid": "S-1-1-0",
				"mask": 1,
				"flags": 66,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "00000000-0000-0000-0000-000000000000",
			},
		},
	},
	"forest": {
		"schema_version": 56,
	},
}) == [true]

test_ec_33_wrong_principal if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"domain": {
		"root_sacl": {
			"OU;CIIOSA;0x000d006b;;7b8b558a-93a5-4af7-adca-c017e67f1057;S-1-5-11": {
				"type": "audit",
				"sid": "S-1-5-11",
				"mask": 852075,
				"flags": 74,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "7b8b558a-93a5-4af7-adca-c017e67f1057",
			},
		},
	},
	"forest": {
		"schema_version": 56,
	},
}) == [false]

test_failure_alone if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"domain": {
		"root_sacl": {
			"OU;CIIOFA;0x000d006b;;7b8b558a-93a5-4af7-adca-c017e67f1057;S-1-1-0": {
				"type": "audit",
				"sid": "S-1-1-0",
				"mask": 852075,
				"flags": 138,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "7b8b558a-93a5-4af7-adca-c017e67f1057",
			},
		},
	},
	"forest": {
		"schema_version": 56,
	},
}) == [false]

test_not_passed_on if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"domain": {
		"root_sacl": {
			"OU;CINPIOSA;0x000d006b;;7b8b558a-93a5-4af7-adca-c017e67f1057;S-1-1-0": {
				"type": "audit",
				"sid": "S-1-1-0",
				"mask": 852075,
				"flags": 78,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "7b8b558a-93a5-4af7-adca-c017e67f1057",
			},
		},
	},
	"forest": {
		"schema_version": 56,
	},
}) == [false]

test_inherited_entries_count if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"domain": {
		"root_sacl": {
			"OU;CIIOIDSA;0x000d006b;;7b8b558a-93a5-4af7-adca-c017e67f1057;S-1-1-0": {
				"type": "audit",
				"sid": "S-1-1-0",
				"mask": 852075,
				"flags": 90,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "7b8b558a-93a5-4af7-adca-c017e67f1057",
			},
		},
	},
	"forest": {
		"schema_version": 56,
	},
}) == [true]

test_the_full_mask_is_fine_too if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"domain": {
		"root_sacl": {
			"OU;CIIOSA;0x000d016b;;7b8b558a-93a5-4af7-adca-c017e67f1057;S-1-1-0": {
				"type": "audit",
				"sid": "S-1-1-0",
				"mask": 852331,
				"flags": 74,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "7b8b558a-93a5-4af7-adca-c017e67f1057",
			},
		},
	},
	"forest": {
		"schema_version": 88,
	},
}) == [true]

_applies(given) := [answer | answer := group_managed_accounts.applies with input as given]

test_applies_from_a_schema_on if {
	every c in [
		[{"forest": {"schema_version": 56}}, [true]],
		[{"forest": {"schema_version": 55}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}

test_every_bit_counts if {
	every bit in numbers.range(0, 31) {
		mask := bits.and(852075, bits.negate(bits.lsh(1, bit)))
		entry := {"type": "audit", "sid": "S-1-1-0", "mask": mask, "flags": 74, "object_type": "00000000-0000-0000-0000-000000000000", "inherited_object_type": "7b8b558a-93a5-4af7-adca-c017e67f1057"}
		_read({"domain": {"root_sacl": {"e": entry}}}) == [mask == 852075]
	}
}
