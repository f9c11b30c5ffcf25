package mdi.rules.vpn.supported_product_test

import data.mdi.rules.vpn.supported_product

_read(given) := [answer | answer := supported_product.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"vpn": {
			"enabled": true,
			"vendor": "cisco_asa",
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
			"vendor": "other",
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
				"vendor": "cisco_asa",
			},
		},
	}
	count([observed | observed := supported_product.observed with input as given]) == 1
	count([required | required := supported_product.required with input as given]) == 1
}

_applies(given) := [answer | answer := supported_product.applies with input as given]

test_applies_to_vpn if {
	every c in [
		[{"spec": {"vpn": {"enabled": true}}}, [true]],
		[{"spec": {"vpn": {"enabled": false}}}, [false]],
		[{"spec": {}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}

test_each_product_counts if {
	every vendor in ["microsoft", "f5", "check_point", "cisco_asa"] {
		_read({"spec": {"vpn": {"vendor": vendor}}}) == [true]
	}
	_read({"spec": {"vpn": {"vendor": "another"}}}) == [false]
}
