package mdi.rules.capture.teamed_adapters_test

import data.mdi.rules.capture.teamed_adapters

_read(given) := [answer | answer := teamed_adapters.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"nics": {
			"team0": {
				"teamed": true,
			},
		},
		"npcap": {
			"installed": true,
		},
		"winpcap_installed": false,
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
		"nics": {
			"team0": {
				"teamed": true,
			},
		},
		"npcap": {
			"installed": false,
		},
		"winpcap_installed": true,
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
			"nics": {
				"team0": {
					"teamed": true,
				},
			},
			"npcap": {
				"installed": true,
			},
			"winpcap_installed": false,
		},
	}
	[observed | observed := teamed_adapters.observed with input as given] == [{"npcap": true, "teamed": {"team0"}, "winpcap": false}]
	count([required | required := teamed_adapters.required with input as given]) == 1
}

test_boundary_1 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"nics": {
			"team0": {
				"teamed": true,
			},
		},
		"npcap": {
			"installed": true,
		},
		"winpcap_installed": true,
	},
}) == [false]

_applies(given) := [answer | answer := teamed_adapters.applies with input as given]

test_applies_where_adapters_are_teamed if {
	every c in [
		[{"server": {"nics": {"a": {"teamed": true}, "b": {"teamed": false}}}}, [true]],
		[{"server": {"nics": {"a": {"teamed": true}, "b": {}}}}, [true]],
		[{"server": {"nics": {"a": {"teamed": false}, "b": {"teamed": false}}}}, [false]],
		[{"server": {"nics": {"a": {"teamed": false}, "b": {}}}}, []],
		[{"server": {"nics": {}}}, [false]],
		[{"server": {}}, []],
	] {
		_applies(c[0]) == c[1]
	}
}

test_each_half_counts if {
	every c in [
		[{"server": {"npcap": {"installed": true}, "winpcap_installed": false}}, [true]],
		[{"server": {"npcap": {"installed": true}, "winpcap_installed": true}}, [false]],
		[{"server": {"npcap": {"installed": false}, "winpcap_installed": false}}, [false]],
	] {
		_read(c[0]) == c[1]
	}
}
