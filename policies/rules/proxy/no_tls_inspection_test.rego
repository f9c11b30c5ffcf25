package mdi.rules.proxy.no_tls_inspection_test

import data.mdi.rules.proxy.no_tls_inspection

_read(given) := [answer | answer := no_tls_inspection.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"path": {
		"class": "sensor_api",
		"to": "contoso-corpsensorapi.atp.azure.com",
		"via": "direct",
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"path": {
		"class": "sensor_api",
		"to": "contoso-corpsensorapi.atp.azure.com",
		"via": "proxy",
		"proxy": "proxy.contoso.com:8080",
	},
	"network": {
		"proxies": {
			"proxy.contoso.com:8080": {
				"tls_inspection_active": true,
				"inspection_bypass": {
					"*.example.com": true,
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

test_boundary_1 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"path": {
		"class": "sensor_api",
		"to": "contoso-corpsensorapi.atp.azure.com",
		"via": "proxy",
		"proxy": "proxy.contoso.com:8080",
	},
	"network": {
		"proxies": {
			"proxy.contoso.com:8080": {
				"tls_inspection_active": true,
				"inspection_bypass": {
					"*.atp.azure.com": true,
				},
			},
		},
	},
}) == [true]

test_shows_its_evidence if {
	given := {
		"run": {
			"now": "2026-11-24T09:00:00Z",
			"policy_date": "2026-11-24",
			"profile": "v2-current",
		},
		"spec": {},
		"path": {
			"class": "sensor_api",
			"to": "contoso-corpsensorapi.atp.azure.com",
			"via": "direct",
		},
	}
	[observed | observed := no_tls_inspection.observed with input as given] == [{"inspected": false, "via": "direct"}]
	count([required | required := no_tls_inspection.required with input as given]) == 1
}

_applies(given) := [answer | answer := no_tls_inspection.applies with input as given]

test_applies_to_paths_to_the_service if {
	every c in [
		[{"path": {"class": "sensor_api"}}, [true]],
		[{"path": {"class": "dns"}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}

_via(proxy) := {"path": {"via": "proxy", "proxy": "p", "to": "contososensorapi.atp.azure.com"}, "network": {"proxies": {"p": proxy}}}

test_each_state_of_the_proxy_counts if {
	_read(_via({"tls_inspection_active": false, "inspection_bypass": {}})) == [true]
	_read(_via({"tls_inspection_active": true, "inspection_bypass": {}})) == [false]
	_read(_via({"tls_inspection_active": true, "inspection_bypass": {"*.atp.azure.com": true}})) == [true]
	_read(_via({"tls_inspection_active": true})) == []
	_read(_via({"inspection_bypass": {}})) == []
}

test_without_a_destination_it_is_unknown if _read({"path": {"via": "direct"}}) == []
