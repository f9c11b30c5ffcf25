package mdi.rules.auditing.delegated_managed_accounts_test

import data.mdi.rules.auditing.delegated_managed_accounts

_read(given) := [answer | answer := delegated_managed_accounts.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"domain": {
		"root_sacl": {
			"OU;CIIOSA;0x000d006b;;0feb936f-47b3-49f2-9386-1dedc2c23765;S-1-1-0": {
				"type": "audit",
				"sid": "S-1-1-0",
				"mask": 852075,
				"flags": 74,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "0feb936f-47b3-49f2-9386-1dedc2c23765",
			},
		},
		"dcs": {
			"dc01.contoso.com": {
				"os_build": "10.0.26100",
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
	"domain": {
		"root_sacl": {},
		"dcs": {
			"dc01.contoso.com": {
				"os_build": "10.0.26100",
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
		"domain": {
			"root_sacl": {
				"OU;CIIOSA;0x000d006b;;0feb936f-47b3-49f2-9386-1dedc2c23765;S-1-1-0": {
					"type": "audit",
					"sid": "S-1-1-0",
					"mask": 852075,
					"flags": 74,
					"object_type": "00000000-0000-0000-0000-000000000000",
					"inherited_object_type": "0feb936f-47b3-49f2-9386-1dedc2c23765",
				},
			},
			"dcs": {
				"dc01.contoso.com": {
					"os_build": "10.0.26100",
				},
			},
		},
	}
	[observed | observed := delegated_managed_accounts.observed with input as given] == ["0x000d006b"]
	[required | required := delegated_managed_accounts.required with input as given] == ["0x000d006b"]
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
			"OU;CIIOSA;0x000d006a;;0feb936f-47b3-49f2-9386-1dedc2c23765;S-1-1-0": {
				"type": "audit",
				"sid": "S-1-1-0",
				"mask": 852074,
				"flags": 74,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "0feb936f-47b3-49f2-9386-1dedc2c23765",
			},
		},
		"dcs": {
			"dc01.contoso.com": {
				"os_build": "10.0.26100",
			},
		},
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
			"OU;CIIOSA;0x000d006a;;0feb936f-47b3-49f2-9386-1dedc2c23765;S-1-1-0": {
				"type": "audit",
				"sid": "S-1-1-0",
				"mask": 852074,
				"flags": 74,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "0feb936f-47b3-49f2-9386-1dedc2c23765",
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
		"dcs": {
			"dc01.contoso.com": {
				"os_build": "10.0.26100",
			},
		},
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
			"OU;CIIOSA;0x000d006b;;0feb936f-47b3-49f2-9386-1dedc2c23765;S-1-5-11": {
				"type": "audit",
				"sid": "S-1-5-11",
				"mask": 852075,
				"flags": 74,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "0feb936f-47b3-49f2-9386-1dedc2c23765",
			},
		},
		"dcs": {
			"dc01.contoso.com": {
				"os_build": "10.0.26100",
			},
		},
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
			"OU;CIIOFA;0x000d006b;;0feb936f-47b3-49f2-9386-1dedc2c23765;S-1-1-0": {
				"type": "audit",
				"sid": "S-1-1-0",
				"mask": 852075,
				"flags": 138,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "0feb936f-47b3-49f2-9386-1dedc2c23765",
			},
		},
		"dcs": {
			"dc01.contoso.com": {
				"os_build": "10.0.26100",
			},
		},
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
			"OU;CINPIOSA;0x000d006b;;0feb936f-47b3-49f2-9386-1dedc2c23765;S-1-1-0": {
				"type": "audit",
				"sid": "S-1-1-0",
				"mask": 852075,
				"flags": 78,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "0feb936f-47b3-49f2-9386-1dedc2c23765",
			},
		},
		"dcs": {
			"dc01.contoso.com": {
				"os_build": "10.0.26100",
			},
		},
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
			"OU;CIIOIDSA;0x000d006b;;0feb936f-47b3-49f2-9386-1dedc2c23765;S-1-1-0": {
				"type": "audit",
				"sid": "S-1-1-0",
				"mask": 852075,
				"flags": 90,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "0feb936f-47b3-49f2-9386-1dedc2c23765",
			},
		},
		"dcs": {
			"dc01.contoso.com": {
				"os_build": "10.0.26100",
			},
		},
	},
}) == [true]

_applies(given) := [answer | answer := delegated_managed_accounts.applies with input as given]

test_applies_from_a_build_on if {
	every c in [
		[{"domain": {"dcs": {"a": {"os_build": "10.0.26100"}, "b": {"os_build": "10.0.20348"}}}}, [true]],
		[{"domain": {"dcs": {"a": {"os_build": "10.0.26100"}, "b": {}}}}, [true]],
		[{"domain": {"dcs": {"a": {"os_build": "10.0.26099"}, "b": {"os_build": "10.0.20348"}}}}, [false]],
		[{"domain": {"dcs": {"a": {"os_build": "10.0.20348"}, "b": {}}}}, []],
		[{"domain": {"dcs": {}}}, [false]],
		[{"domain": {}}, []],
	] {
		_applies(c[0]) == c[1]
	}
}

test_every_bit_counts if {
	every bit in numbers.range(0, 31) {
		mask := bits.and(852075, bits.negate(bits.lsh(1, bit)))
		entry := {"type": "audit", "sid": "S-1-1-0", "mask": mask, "flags": 74, "object_type": "00000000-0000-0000-0000-000000000000", "inherited_object_type": "0feb936f-47b3-49f2-9386-1dedc2c23765"}
		_read({"domain": {"root_sacl": {"e": entry}}}) == [mask == 852075]
	}
}
