package mdi.rules.operating_system.setup_and_hardened_logs_test

import data.mdi.rules.operating_system.setup_and_hardened_logs

_read(patches) := [answer | answer := setup_and_hardened_logs.compliant with input as json.patch(_given, patches)]

_applies(patches) := [answer | answer := setup_and_hardened_logs.applies with input as json.patch(_given, patches)]

_given := {
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"workspace": {
		"package_version": "2.173",
	},
	"server": {
		"os_family": "ws2019",
		"updates": {
			"kb5009557": true,
		},
		"event_channels": {
			"security": {
				"access_customised": false,
			},
		},
	},
}

test_complies if _read([]) == [true]

test_older_package if _read([{"op": "add", "path": "/workspace/package_version", "value": "2.172.65535"}]) == [false]

test_newer_package if _read([{"op": "add", "path": "/workspace/package_version", "value": "2.256.19388.1"}]) == [true]

test_package_not_read if _read([{"op": "remove", "path": "/workspace/package_version"}]) == []

test_applies_by_the_update if _applies([]) == [true]

test_applies_by_hand if _applies([
	{"op": "add", "path": "/server/updates", "value": {}},
	{"op": "add", "path": "/server/event_channels/security/access_customised", "value": true},
]) == [true]

test_does_not_apply_where_nothing_is_hardened if _applies([{"op": "add", "path": "/server/updates", "value": {"kb5009558": true}}]) == [false]

test_does_not_apply_to_server_2022 if _applies([{"op": "add", "path": "/server", "value": {"os_family": "ws2022"}}]) == [false]

test_system_not_read if _applies([{"op": "remove", "path": "/server/os_family"}]) == []

test_updates_not_read if _applies([{"op": "remove", "path": "/server/updates"}]) == []

test_permissions_not_read if _applies([{"op": "remove", "path": "/server/event_channels"}]) == []

test_was_not_read if [answer | answer := setup_and_hardened_logs.compliant with input as {"run": _given.run, "spec": {}}] == []

test_shows_its_evidence if {
	count([observed | observed := setup_and_hardened_logs.observed with input as _given]) == 1
	count([required | required := setup_and_hardened_logs.required with input as _given]) == 1
}
