package mdi.rules.proxy.both_service_profiles_test

import data.mdi.rules.proxy.both_service_profiles

_read(given) := [answer | answer := both_service_profiles.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"proxy": {
			"method": "registry",
			"local_system_profile_set": true,
			"local_service_profile_set": true,
			"profiles_equal": true,
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
		"proxy": {
			"method": "registry",
			"local_system_profile_set": true,
			"local_service_profile_set": false,
			"profiles_equal": true,
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
			"proxy": {
				"method": "registry",
				"local_system_profile_set": true,
				"local_service_profile_set": true,
				"profiles_equal": true,
			},
		},
	}
	count([observed | observed := both_service_profiles.observed with input as given]) == 1
	count([required | required := both_service_profiles.required with input as given]) == 1
}

test_boundary_1 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"proxy": {
			"method": "registry",
			"local_system_profile_set": true,
			"local_service_profile_set": true,
			"profiles_equal": false,
		},
	},
}) == [false]

test_boundary_2 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"proxy": {
			"method": "registry",
			"local_system_profile_set": false,
			"local_service_profile_set": true,
			"profiles_equal": true,
		},
	},
}) == [false]

_applies(given) := [answer | answer := both_service_profiles.applies with input as given]

test_applies_to_proxies_in_the_registry if {
	every c in [
		[{"server": {"proxy": {"method": "registry"}}}, [true]],
		[{"server": {"proxy": {"method": "winhttp"}}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}
