package mdi.rules.auditing.adfs_container_test

import data.mdi.rules.auditing.adfs_container

_read(given) := [answer | answer := adfs_container.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"domain": {
		"adfs_container_present": true,
		"adfs_container_sacl": {
			"AU;CISAFA;0x00000030;;;S-1-1-0": {
				"type": "audit",
				"sid": "S-1-1-0",
				"mask": 48,
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
	"domain": {
		"adfs_container_present": true,
		"adfs_container_sacl": {
			"AU;CISA;0x00000030;;;S-1-1-0": {
				"type": "audit",
				"sid": "S-1-1-0",
				"mask": 48,
				"flags": 66,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "00000000-0000-0000-0000-000000000000",
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
			"adfs_container_present": true,
			"adfs_container_sacl": {
				"AU;CISAFA;0x00000030;;;S-1-1-0": {
					"type": "audit",
					"sid": "S-1-1-0",
					"mask": 48,
					"flags": 194,
					"object_type": "00000000-0000-0000-0000-000000000000",
					"inherited_object_type": "00000000-0000-0000-0000-000000000000",
				},
			},
		},
	}
	[observed | observed := adfs_container.observed with input as given] == ["success 0x00000030, failure 0x00000030"]
	[required | required := adfs_container.required with input as given] == ["success and failure 0x00000030"]
}

test_two_entries_add_up if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"domain": {
		"adfs_container_present": true,
		"adfs_container_sacl": {
			"AU;CISA;0x00000030;;;S-1-1-0": {
				"type": "audit",
				"sid": "S-1-1-0",
				"mask": 48,
				"flags": 66,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "00000000-0000-0000-0000-000000000000",
			},
			"AU;CIFA;0x00000030;;;S-1-1-0": {
				"type": "audit",
				"sid": "S-1-1-0",
				"mask": 48,
				"flags": 130,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "00000000-0000-0000-0000-000000000000",
			},
		},
	},
}) == [true]

test_boundary_2 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"domain": {
		"adfs_container_present": true,
		"adfs_container_sacl": {
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
}) == [false]

test_inherited if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"domain": {
		"adfs_container_present": true,
		"adfs_container_sacl": {
			"AU;CIIDSAFA;0x00000030;;;S-1-1-0": {
				"type": "audit",
				"sid": "S-1-1-0",
				"mask": 48,
				"flags": 210,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "00000000-0000-0000-0000-000000000000",
			},
		},
	},
}) == [true]

test_not_for_the_container_itself if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"domain": {
		"adfs_container_present": true,
		"adfs_container_sacl": {
			"AU;CIIOSAFA;0x00000030;;;S-1-1-0": {
				"type": "audit",
				"sid": "S-1-1-0",
				"mask": 48,
				"flags": 202,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "00000000-0000-0000-0000-000000000000",
			},
		},
	},
}) == [false]

test_not_for_what_is_below if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"domain": {
		"adfs_container_present": true,
		"adfs_container_sacl": {
			"AU;SAFA;0x00000030;;;S-1-1-0": {
				"type": "audit",
				"sid": "S-1-1-0",
				"mask": 48,
				"flags": 192,
				"object_type": "00000000-0000-0000-0000-000000000000",
				"inherited_object_type": "00000000-0000-0000-0000-000000000000",
			},
		},
	},
}) == [false]

_applies(given) := [answer | answer := adfs_container.applies with input as given]

test_applies_where_there_is_a_container if {
	every c in [
		[{"domain": {"adfs_container_present": true}}, [true]],
		[{"domain": {"adfs_container_present": false}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}

_container(entries) := {"domain": {"adfs_container_sacl": {sprintf("%d", [flags]): {"type": "audit", "sid": "S-1-1-0", "mask": 48, "flags": flags, "object_type": "00000000-0000-0000-0000-000000000000", "inherited_object_type": "00000000-0000-0000-0000-000000000000"} |
	some flags in entries
}}}

test_success_and_failure_count_each if {
	_read(_container({194})) == [true]
	_read(_container({66, 130})) == [true]
	every flags in [66, 67, 130, 131] {
		_read(_container({flags})) == [false]
	}
}
