package mdi.rules.vpn.same_secret_test

import data.mdi.rules.vpn.same_secret

_read(given) := [answer | answer := same_secret.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"vpn": {
			"enabled": true,
			"secret_fingerprint": "0f",
		},
	},
	"workspace": {
		"vpn": {
			"secret_fingerprint": "0f",
		},
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
			"secret_fingerprint": "0f",
		},
	},
	"workspace": {
		"vpn": {
			"secret_fingerprint": "1f",
		},
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
			"secret_fingerprint": "0f",
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
				"secret_fingerprint": "0f",
			},
		},
		"workspace": {
			"vpn": {
				"secret_fingerprint": "0f",
			},
		},
	}
	[observed | observed := same_secret.observed with input as given] == [{"portal": "0f", "vpn": "0f"}]
	count([required | required := same_secret.required with input as given]) == 1
}

_applies(given) := [answer | answer := same_secret.applies with input as given]

test_applies_to_vpn if {
	every c in [
		[{"spec": {"vpn": {"enabled": true}}}, [true]],
		[{"spec": {"vpn": {"enabled": false}}}, [false]],
		[{"spec": {}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}
