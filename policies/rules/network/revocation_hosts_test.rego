package mdi.rules.network.revocation_hosts_test

import data.mdi.rules.network.revocation_hosts

_read(given) := [answer | answer := revocation_hosts.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"network": {
		"allowlist_in_use": true,
		"allowlist": {
			"crl.microsoft.com": true,
			"ctldl.windowsupdate.com": true,
			"www.microsoft.com": true,
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
	"network": {
		"allowlist_in_use": true,
		"allowlist": {
			"crl.microsoft.com": true,
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
		"network": {
			"allowlist_in_use": true,
			"allowlist": {
				"crl.microsoft.com": true,
				"ctldl.windowsupdate.com": true,
				"www.microsoft.com": true,
			},
		},
	}
	[observed | observed := revocation_hosts.observed with input as given] == [{"allow-list": true, "missing": set()}]
	count([required | required := revocation_hosts.required with input as given]) == 1
}

test_by_pattern if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"network": {
		"allowlist_in_use": true,
		"allowlist": {
			"*.microsoft.com": true,
			"*.windowsupdate.com": true,
		},
	},
}) == [true]

test_no_list if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"network": {
		"allowlist_in_use": false,
	},
}) == [true]

test_list_unread if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"network": {
		"allowlist_in_use": true,
	},
}) == []

test_each_host_counts if {
	all := {"crl.microsoft.com", "ctldl.windowsupdate.com", "www.microsoft.com"}
	every host in all {
		_read({"network": {"allowlist_in_use": true, "allowlist": {h: true | some h in (all - {host})}}}) == [false]
	}
	_read({"network": {"allowlist_in_use": true, "allowlist": {"example.com": true}}}) == [false]
	_read({"network": {"allowlist_in_use": false, "allowlist": {}}}) == [true]
}
