package mdi.rules.auditing.certification_services_test

import data.mdi.rules.auditing.certification_services

_read(given) := [answer | answer := certification_services.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"audit_policy": {
			"0cce9221-69ae-11d9-bed3-505054503030": 3,
		},
		"ca": {
			"role_service_installed": true,
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
		"audit_policy": {
			"0cce9221-69ae-11d9-bed3-505054503030": 1,
		},
		"ca": {
			"role_service_installed": true,
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
			"audit_policy": {
				"0cce9221-69ae-11d9-bed3-505054503030": 3,
			},
			"ca": {
				"role_service_installed": true,
			},
		},
	}
	count([observed | observed := certification_services.observed with input as given]) == 1
	count([required | required := certification_services.required with input as given]) == 1
}

test_failure_alone_is_not_enough if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"audit_policy": {
			"0cce9221-69ae-11d9-bed3-505054503030": 2,
		},
		"ca": {
			"role_service_installed": true,
		},
	},
}) == [false]

test_a_subcategory_nobody_read if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"audit_policy": {},
	},
}) == []

_applies(given) := [answer | answer := certification_services.applies with input as given]

test_applies_to_authorities if {
	every c in [
		[{"server": {"ca": {"role_service_installed": true}}}, [true]],
		[{"server": {"ca": {"role_service_installed": false}}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}
