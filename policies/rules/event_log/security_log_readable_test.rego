package mdi.rules.event_log.security_log_readable_test

import data.mdi.rules.event_log.security_log_readable

_read(given) := [answer | answer := security_log_readable.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"event_channels": {
			"security": {
				"access_customised": true,
				"access": {
					"A;;0x00000001;;;S-1-5-80-818380073-2995186456-1411405591-3990468014-3617507088": {
						"type": "allow",
						"sid": "S-1-5-80-818380073-2995186456-1411405591-3990468014-3617507088",
						"mask": 1,
						"flags": 0,
						"object_type": "00000000-0000-0000-0000-000000000000",
						"inherited_object_type": "00000000-0000-0000-0000-000000000000",
					},
				},
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
		"event_channels": {
			"security": {
				"access_customised": true,
				"access": {
					"A;;0x00000001;;;S-1-5-32-573": {
						"type": "allow",
						"sid": "S-1-5-32-573",
						"mask": 1,
						"flags": 0,
						"object_type": "00000000-0000-0000-0000-000000000000",
						"inherited_object_type": "00000000-0000-0000-0000-000000000000",
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
		"server": {
			"event_channels": {
				"security": {
					"access_customised": true,
					"access": {
						"A;;0x00000001;;;S-1-5-80-818380073-2995186456-1411405591-3990468014-3617507088": {
							"type": "allow",
							"sid": "S-1-5-80-818380073-2995186456-1411405591-3990468014-3617507088",
							"mask": 1,
							"flags": 0,
							"object_type": "00000000-0000-0000-0000-000000000000",
							"inherited_object_type": "00000000-0000-0000-0000-000000000000",
						},
					},
				},
			},
		},
	}
	count([observed | observed := security_log_readable.observed with input as given]) == 1
	count([required | required := security_log_readable.required with input as given]) == 1
}

_applies(given) := [answer | answer := security_log_readable.applies with input as given]

test_applies_to_a_list_of_ones_own if {
	every c in [
		[{"server": {"event_channels": {"security": {"access_customised": true}}}}, [true]],
		[{"server": {"event_channels": {"security": {"access_customised": false}}}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}

_listed(type, mask) := {"server": {"event_channels": {"security": {
	"access_customised": true,
	"access": {"a": {"type": type, "mask": mask, "sid": "S-1-5-80-818380073-2995186456-1411405591-3990468014-3617507088"}},
}}}}

test_only_a_grant_to_read_counts if {
	_read(_listed("allow", 1)) == [true]
	_read(_listed("allow", 7)) == [true]
	_read(_listed("allow", 2)) == [false]
	_read(_listed("deny", 1)) == [false]
}
