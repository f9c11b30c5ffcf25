package mdi.rules.operating_system.server_2025_migrates_test

import data.mdi.rules.operating_system.server_2025_migrates

_read(patches) := [answer | answer := server_2025_migrates.compliant with input as json.patch(_given, patches)]

_applies(patches) := [answer | answer := server_2025_migrates.applies with input as json.patch(_given, patches)]

_given := {
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-07-01",
		"profile": "v2-current",
	},
	"spec": {
		"sensor": {
			"migrate": true,
		},
	},
	"server": {
		"os_family": "ws2025",
	},
}

test_complies if _read([]) == [true]

test_the_day_before if _read([{"op": "add", "path": "/run/policy_date", "value": "2026-06-30"}]) == [false]

test_system_not_read if _read([{"op": "remove", "path": "/server/os_family"}]) == []

test_applies_to_server_2025 if _applies([]) == [true]

test_does_not_apply_to_server_2022 if _applies([{"op": "add", "path": "/server/os_family", "value": "ws2022"}]) == [false]

test_does_not_apply_without_migration if _applies([{"op": "add", "path": "/spec/sensor/migrate", "value": false}]) == [false]

test_does_not_apply_where_none_is_asked_for if _applies([{"op": "add", "path": "/spec", "value": {}}]) == [false]

test_applies_to_an_unread_system if _applies([{"op": "remove", "path": "/server/os_family"}]) == []

test_was_not_read if [answer | answer := server_2025_migrates.compliant with input as {"run": _given.run, "spec": {}}] == []

test_shows_its_evidence if {
	count([observed | observed := server_2025_migrates.observed with input as _given]) == 1
	count([required | required := server_2025_migrates.required with input as _given]) == 1
}
