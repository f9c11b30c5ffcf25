package mdi.rules.capture.npcap_options_test

import data.mdi.rules.capture.npcap_options

_read(given) := [answer | answer := npcap_options.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"npcap": {
			"installed": true,
			"loopback_support": false,
			"winpcap_compatible": true,
			"admin_only": false,
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
		"npcap": {
			"installed": true,
			"loopback_support": true,
			"winpcap_compatible": true,
			"admin_only": false,
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
			"npcap": {
				"installed": true,
				"loopback_support": false,
				"winpcap_compatible": true,
				"admin_only": false,
			},
		},
	}
	count([observed | observed := npcap_options.observed with input as given]) == 1
	count([required | required := npcap_options.required with input as given]) == 1
}

_applies(given) := [answer | answer := npcap_options.applies with input as given]

test_applies_to_npcap if {
	every c in [
		[{"server": {"npcap": {"installed": true}}}, [true]],
		[{"server": {"npcap": {"installed": false}}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}
