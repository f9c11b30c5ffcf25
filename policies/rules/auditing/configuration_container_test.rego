package mdi.rules.auditing.configuration_container_test

import data.mdi.rules.auditing.configuration_container

_read(given) := [answer | answer := configuration_container.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"forest": {
		"exchange_container_present": true,
		"configuration_sacl": {
			"AU;CISAFA;0x00000020;;;S-1-1-0": {
				"type": "audit",
				"sid": "S-1-1-0",
				"mask": 32,
				"flags": 194,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "00000000-0000-0000-0000-000000000000",
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
		"exchange_container_present": true,
		"configuration_sacl": {},
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
			"exchange_container_present": true,
			"configuration_sacl": {
				"AU;CISAFA;0x00000020;;;S-1-1-0": {
					"type": "audit",
					"sid": "S-1-1-0",
					"mask": 32,
					"flags": 194,
					"object_type": "00000000-0000-0000-0000-000000000000",
					"inherited_object_type": "00000000-0000-0000-0000-000000000000",
				},
			},
		},
	}
	[observed | observed := configuration_container.observed with input as given] == ["success 0x00000020, failure 0x00000020"]
	[required | required := configuration_container.required with input as given] == ["success and failure 0x00000020"]
}

_applies(given) := [answer | answer := configuration_container.applies with input as given]

test_applies_where_exchange_was if {
	every c in [
		[{"forest": {"exchange_container_present": true}}, [true]],
		[{"forest": {"exchange_container_present": false}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}

_entry(flags, mask) := _read({"forest": {"exchange_container_present": true, "configuration_sacl": {"entry": {
	"type": "audit", "sid": "S-1-1-0", "mask": mask, "flags": flags,
	"object_type": "00000000-0000-0000-0000-000000000000", "inherited_object_type": "00000000-0000-0000-0000-000000000000",
}}}})

test_success_only if {
	_entry(66, 32) == [false]
	_entry(67, 32) == [false]
}

test_failure_only if {
	_entry(130, 32) == [false]
	_entry(131, 32) == [false]
}

test_inherit_only if _entry(202, 32) == [false]

test_this_object_only if _entry(192, 32) == [false]

test_another_right if _entry(194, 16) == [false]

test_more_rights if _entry(194, 983551) == [true]
