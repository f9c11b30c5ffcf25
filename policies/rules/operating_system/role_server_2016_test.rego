package mdi.rules.operating_system.role_server_2016_test

import data.mdi.rules.operating_system.role_server_2016

_read(patches) := [answer | answer := role_server_2016.compliant with input as json.patch(_given, patches)]

_given := {
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "classic-2023",
	},
	"spec": {},
	"server": {
		"os_family": "ws2016",
	},
}

test_complies if _read([]) == [true]

test_ws2019 if _read([{"op": "add", "path": "/server/os_family", "value": "ws2019"}]) == [true]

test_ws2022 if _read([{"op": "add", "path": "/server/os_family", "value": "ws2022"}]) == [true]

test_ws2025 if _read([{"op": "add", "path": "/server/os_family", "value": "ws2025"}]) == [true]

test_ws2012r2 if _read([{"op": "add", "path": "/server/os_family", "value": "ws2012r2"}]) == [false]

test_ws2012 if _read([{"op": "add", "path": "/server/os_family", "value": "ws2012"}]) == [false]

test_other if _read([{"op": "add", "path": "/server/os_family", "value": "other"}]) == [false]

test_was_not_read if [answer | answer := role_server_2016.compliant with input as {"run": _given.run, "spec": {}}] == []

test_shows_its_evidence if {
	count([observed | observed := role_server_2016.observed with input as _given]) == 1
	count([required | required := role_server_2016.required with input as _given]) == 1
}
