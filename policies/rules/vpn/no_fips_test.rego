package mdi.rules.vpn.no_fips_test

import data.mdi.rules.vpn.no_fips

_read(given) := [answer | answer := no_fips.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"vpn": {
			"enabled": true,
		},
		"sensor": {
			"radius_target": true,
		},
	},
	"server": {
		"fips_enabled": false,
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"vpn": {
			"enabled": true,
		},
		"sensor": {
			"radius_target": true,
		},
	},
	"server": {
		"fips_enabled": true,
	},
}) == [false]

test_was_not_read if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"vpn": {
			"enabled": true,
		},
		"sensor": {
			"radius_target": true,
		},
	},
}) == []

test_shows_its_evidence if {
	given := {
		"run": {
			"now": "2026-11-24T09:00:00Z",
			"policy_date": "2026-11-24",
			"profile": "v2-current",
		},
		"spec": {
			"vpn": {
				"enabled": true,
			},
			"sensor": {
				"radius_target": true,
			},
		},
		"server": {
			"fips_enabled": false,
		},
	}
	count([observed | observed := no_fips.observed with input as given]) == 1
	[required | required := no_fips.required with input as given] == [false]
}

_applies(given) := [answer | answer := no_fips.applies with input as given]

test_applies_to_radius_targets if {
	every c in [
		[{"spec": {"vpn": {"enabled": true}, "sensor": {"radius_target": true}}}, [true]],
		[{"spec": {"vpn": {"enabled": false}, "sensor": {"radius_target": true}}}, [false]],
		[{"spec": {"vpn": {"enabled": true}, "sensor": {"radius_target": false}}}, [false]],
		[{"spec": {"sensor": {"radius_target": true}}}, [false]],
		[{"spec": {"vpn": {"enabled": true}}}, [false]],
		[{"spec": {}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}
