package mdi.rules.auditing.managed_accounts_test

import data.mdi.rules.auditing.managed_accounts

_read(given) := [answer | answer := managed_accounts.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"domain": {
		"root_sacl": {
			"OU;CIIOSA;0x000d016b;;ce206244-5827-4a86-ba1c-1c0c386c1b64;S-1-1-0": {
				"type": "audit",
				"sid": "S-1-1-0",
				"mask": 852331,
				"flags": 74,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "ce206244-5827-4a86-ba1c-1c0c386c1b64",
			},
		},
	},
	"forest": {
		"schema_version": 47,
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
		"schema_version": 47,
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
				"OU;CIIOSA;0x000d016b;;ce206244-5827-4a86-ba1c-1c0c386c1b64;S-1-1-0": {
					"type": "audit",
					"sid": "S-1-1-0",
					"mask": 852331,
					"flags": 74,
					"object_type": "00000000-0000-0000-0000-000000000000",
					"inherited_object_type": "ce206244-5827-4a86-ba1c-1c0c386c1b64",
				},
			},
		},
		"forest": {
			"schema_version": 47,
		},
	}
	[observed | observed := managed_accounts.observed with input as given] == ["0x000d016b"]
	[required | required := managed_accounts.required with input as given] == ["0x000d016b"]
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
			"OU;CIIOSA;0x000d016a;;ce206244-5827-4a86-ba1c-1c0c386c1b64;S-1-1-0": {
				"type": "audit",
				"sid": "S-1-1-0",
				"mask": 852330,
				"flags": 74,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "ce206244-5827-4a86-ba1c-1c0c386c1b64",
			},
		},
	},
	"forest": {
		"schema_version": 47,
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
			"OU;CIIOSA;0x000d016a;;ce206244-5827-4a86-ba1c-1c0c386c1b64;S-1-1-0": {
				"type": "audit",
				"sid": "S-1-1-0",
				"mask": 852330,
				"flags": 74,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "ce206244-5827-4a86-ba1c-1c0c386c1b64",
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
		"schema_version": 47,
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
			"OU;CIIOSA;0x000d016b;;ce206244-5827-4a86-ba1c-1c0c386c1b64;S-1-5-11": {
				"type": "audit",
				"sid": "S-1-5-11",
				"mask": 852331,
				"flags": 74,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "ce206244-5827-4a86-ba1c-1c0c386c1b64",
			},
		},
	},
	"forest": {
		"schema_version": 47,
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
			"OU;CIIOFA;0x000d016b;;ce206244-5827-4a86-ba1c-1c0c386c1b64;S-1-1-0": {
				"type": "audit",
				"sid": "S-1-1-0",
				"mask": 852331,
				"flags": 138,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "ce206244-5827-4a86-ba1c-1c0c386c1b64",
			},
		},
	},
	"forest": {
		"schema_version": 47,
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
			"OU;CINPIOSA;0x000d016b;;ce206244-5827-4a86-ba1c-1c0c386c1b64;S-1-1-0": {
				"type": "audit",
				"sid": "S-1-1-0",
				"mask": 852331,
				"flags": 78,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "ce206244-5827-4a86-ba1c-1c0c386c1b64",
			},
		},
	},
	"forest": {
		"schema_version": 47,
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
			"OU;CIIOIDSA;0x000d016b;;ce206244-5827-4a86-ba1c-1c0c386c1b64;S-1-1-0": {
				"type": "audit",
				"sid": "S-1-1-0",
				"mask": 852331,
				"flags": 90,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "ce206244-5827-4a86-ba1c-1c0c386c1b64",
			},
		},
	},
	"forest": {
		"schema_version": 47,
	},
}) == [true]

_applies(given) := [answer | answer := managed_accounts.applies with input as given]

test_applies_from_a_schema_on if {
	every c in [
		[{"forest": {"schema_version": 47}}, [true]],
		[{"forest": {"schema_version": 46}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}

test_every_bit_counts if {
	every bit in numbers.range(0, 31) {
		mask := bits.and(852331, bits.negate(bits.lsh(1, bit)))
		entry := {"type": "audit", "sid": "S-1-1-0", "mask": mask, "flags": 74, "object_type": "00000000-0000-0000-0000-000000000000", "inherited_object_type": "ce206244-5827-4a86-ba1c-1c0c386c1b64"}
		_read({"domain": {"root_sacl": {"e": entry}}}) == [mask == 852331]
	}
}
