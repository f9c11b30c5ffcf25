package mdi.rules.capture.npcap_version_test

import data.mdi.rules.capture.npcap_version

_read(given) := [answer | answer := npcap_version.compliant with input as given]

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
			"version": "1.00",
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
			"version": "0.9995",
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
				"version": "1.00",
			},
		},
	}
	count([observed | observed := npcap_version.observed with input as given]) == 1
	count([required | required := npcap_version.required with input as given]) == 1
}

_applies(given) := [answer | answer := npcap_version.applies with input as given]

test_applies_to_npcap if {
	every c in [
		[{"server": {"npcap": {"installed": true}}}, [true]],
		[{"server": {"npcap": {"installed": false}}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}
