package mdi.rules.auditing.inheritance_not_blocked_test

import data.mdi.rules.auditing.inheritance_not_blocked

_read(given) := [answer | answer := inheritance_not_blocked.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"domain": {
		"sacl_protected_objects": {},
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
		"sacl_protected_objects": {
			"ou=legacy,dc=contoso,dc=com": {
				"sacl": {
					"OU;CIIOSA;0x000d016b;;bf967aba-0de6-11d0-a285-00aa003049e2;S-1-1-0": {
						"type": "audit",
						"sid": "S-1-1-0",
						"mask": 852331,
						"flags": 74,
						"object_type": "00000000-0000-0000-0000-000000000000",
						"inherited_object_type": "bf967aba-0de6-11d0-a285-00aa003049e2",
					},
				},
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
			"sacl_protected_objects": {},
		},
	}
	count([observed | observed := inheritance_not_blocked.observed with input as given]) == 1
	count([required | required := inheritance_not_blocked.required with input as given]) == 1
}

test_with_its_own_entries if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"domain": {
		"sacl_protected_objects": {
			"ou=legacy,dc=contoso,dc=com": {
				"sacl": {
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
					"OU;CIIOSA;0x000d016b;;ce206244-5827-4a86-ba1c-1c0c386c1b64;S-1-1-0": {
						"type": "audit",
						"sid": "S-1-1-0",
						"mask": 852331,
						"flags": 74,
						"object_type": "00000000-0000-0000-0000-000000000000",
						"inherited_object_type": "ce206244-5827-4a86-ba1c-1c0c386c1b64",
					},
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
		},
	},
}) == [true]

test_ec_47 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"domain": {
		"sacl_protected_objects": {
			"ou=legacy,dc=contoso,dc=com": {
				"sacl": {},
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
	"domain": {
		"sacl_protected_objects": {
			"ou=legacy,dc=contoso,dc=com": {},
		},
	},
}) == []

_classes := {
	"user": "bf967aba-0de6-11d0-a285-00aa003049e2",
	"group": "bf967a9c-0de6-11d0-a285-00aa003049e2",
	"computer": "bf967a86-0de6-11d0-a285-00aa003049e2",
	"managed_account": "ce206244-5827-4a86-ba1c-1c0c386c1b64",
	"group_managed_account": "7b8b558a-93a5-4af7-adca-c017e67f1057",
}

_entries(kinds) := {kind: {"type": "audit", "sid": "S-1-1-0", "mask": 852331, "flags": 74, "object_type": "00000000-0000-0000-0000-000000000000", "inherited_object_type": _classes[kind]} |
	some kind in kinds
}

test_each_class_counts_and_is_named if {
	every kind in object.keys(_classes) {
		given := {"domain": {"sacl_protected_objects": {"ou=a": {"sacl": _entries(object.keys(_classes) - {kind})}}}}
		_read(given) == [false]
		some observed in [o | o := inheritance_not_blocked.observed with input as given]
		observed == {sprintf("ou=a: %s", [kind])}
	}
}
