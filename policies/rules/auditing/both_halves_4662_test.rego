package mdi.rules.auditing.both_halves_4662_test

import data.mdi.rules.auditing.both_halves_4662

_read(given) := [answer | answer := both_halves_4662.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"audit_policy": {
			"0cce923b-69ae-11d9-bed3-505054503030": 3,
		},
	},
	"domain": {
		"root_sacl": {
			"OU;CIIOSA;0x000d016b;;bf967aba-0de6-11d0-a285-00aa003049e2;S-1-1-0": {
				"type": "audit",
				"sid": "S-1-1-0",
				"mask": 852331,
				"flags": 74,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "bf967aba-0de6-11d0-a285-00aa003049e2",
			},
			"OU;CIIOSA;0x000d016b;;bf967a9c-0de6-11d0-a285-00aa003049e2;S-1-1-0": {
				"type": "audit",
				"sid": "S-1-1-0",
				"mask": 852331,
				"flags": 74,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "bf967a9c-0de6-11d0-a285-00aa003049e2",
			},
			"OU;CIIOSA;0x000d016b;;bf967a86-0de6-11d0-a285-00aa003049e2;S-1-1-0": {
				"type": "audit",
				"sid": "S-1-1-0",
				"mask": 852331,
				"flags": 74,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "bf967a86-0de6-11d0-a285-00aa003049e2",
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
		"audit_policy": {
			"0cce923b-69ae-11d9-bed3-505054503030": 3,
		},
	},
	"domain": {
		"root_sacl": {},
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
			"audit_policy": {
				"0cce923b-69ae-11d9-bed3-505054503030": 3,
			},
		},
		"domain": {
			"root_sacl": {
				"OU;CIIOSA;0x000d016b;;bf967aba-0de6-11d0-a285-00aa003049e2;S-1-1-0": {
					"type": "audit",
					"sid": "S-1-1-0",
					"mask": 852331,
					"flags": 74,
					"object_type": "00000000-0000-0000-0000-000000000000",
					"inherited_object_type": "bf967aba-0de6-11d0-a285-00aa003049e2",
				},
				"OU;CIIOSA;0x000d016b;;bf967a9c-0de6-11d0-a285-00aa003049e2;S-1-1-0": {
					"type": "audit",
					"sid": "S-1-1-0",
					"mask": 852331,
					"flags": 74,
					"object_type": "00000000-0000-0000-0000-000000000000",
					"inherited_object_type": "bf967a9c-0de6-11d0-a285-00aa003049e2",
				},
				"OU;CIIOSA;0x000d016b;;bf967a86-0de6-11d0-a285-00aa003049e2;S-1-1-0": {
					"type": "audit",
					"sid": "S-1-1-0",
					"mask": 852331,
					"flags": 74,
					"object_type": "00000000-0000-0000-0000-000000000000",
					"inherited_object_type": "bf967a86-0de6-11d0-a285-00aa003049e2",
				},
			},
		},
	}
	[observed | observed := both_halves_4662.observed with input as given] == [{"objects without entries": set(), "policy": 3}]
	count([required | required := both_halves_4662.required with input as given]) == 1
}

test_policy_missing if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"audit_policy": {
			"0cce923b-69ae-11d9-bed3-505054503030": 1,
		},
	},
	"domain": {
		"root_sacl": {
			"OU;CIIOSA;0x000d016b;;bf967aba-0de6-11d0-a285-00aa003049e2;S-1-1-0": {
				"type": "audit",
				"sid": "S-1-1-0",
				"mask": 852331,
				"flags": 74,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "bf967aba-0de6-11d0-a285-00aa003049e2",
			},
			"OU;CIIOSA;0x000d016b;;bf967a9c-0de6-11d0-a285-00aa003049e2;S-1-1-0": {
				"type": "audit",
				"sid": "S-1-1-0",
				"mask": 852331,
				"flags": 74,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "bf967a9c-0de6-11d0-a285-00aa003049e2",
			},
			"OU;CIIOSA;0x000d016b;;bf967a86-0de6-11d0-a285-00aa003049e2;S-1-1-0": {
				"type": "audit",
				"sid": "S-1-1-0",
				"mask": 852331,
				"flags": 74,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "bf967a86-0de6-11d0-a285-00aa003049e2",
			},
		},
	},
}) == [false]

test_entries_unread if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"audit_policy": {
			"0cce923b-69ae-11d9-bed3-505054503030": 3,
		},
	},
}) == []

_classes := {
	"user": "bf967aba-0de6-11d0-a285-00aa003049e2",
	"group": "bf967a9c-0de6-11d0-a285-00aa003049e2",
	"computer": "bf967a86-0de6-11d0-a285-00aa003049e2",
}

_entries(kinds) := {kind: {"type": "audit", "sid": "S-1-1-0", "mask": 852331, "flags": 74, "object_type": "00000000-0000-0000-0000-000000000000", "inherited_object_type": _classes[kind]} |
	some kind in kinds
}

test_each_class_counts if {
	every kind in object.keys(_classes) {
		given := {
			"server": {"audit_policy": {"0cce923b-69ae-11d9-bed3-505054503030": 3}},
			"domain": {"root_sacl": _entries(object.keys(_classes) - {kind})},
		}
		_read(given) == [false]
	}
}
