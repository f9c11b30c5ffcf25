package mdi.rules.capture.no_wireshark_test

import data.mdi.rules.capture.no_wireshark

_read(patches) := [answer | answer := no_wireshark.compliant with input as json.patch(_given, patches)]

_given := {
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"software": {
			"npcap": {},
		},
	},
}

test_complies if _read([]) == [true]

test_wireshark if _read([{"op": "add", "path": "/server/software", "value": {"wireshark 4.2.0 x64": {"version": "4.2.0"}}}]) == [false]

test_nothing_installed if _read([{"op": "add", "path": "/server/software", "value": {}}]) == [true]

test_not_read if _read([{"op": "remove", "path": "/server/software"}]) == []

test_by_another_name if _read([{"op": "add", "path": "/server/software", "value": {"portable wireshark": {}}}]) == [false]

test_was_not_read if [answer | answer := no_wireshark.compliant with input as {"run": _given.run, "spec": {}}] == []

test_shows_its_evidence if {
	count([observed | observed := no_wireshark.observed with input as _given]) == 1
	count([required | required := no_wireshark.required with input as _given]) == 1
}
