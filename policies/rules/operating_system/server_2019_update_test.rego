package mdi.rules.operating_system.server_2019_update_test

import data.mdi.rules.operating_system.server_2019_update

_read(given) := [answer | answer := server_2019_update.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"os_family": "ws2019",
		"ntdsai_version": "10.0.17763.316",
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
		"os_family": "ws2019",
		"ntdsai_version": "10.0.17763.315",
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
	"server": {
		"os_family": "ws2019",
		"ntdsai_version": "10.0.17763.6293",
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
		"server": {
			"os_family": "ws2019",
			"ntdsai_version": "10.0.17763.316",
		},
	}
	count([observed | observed := server_2019_update.observed with input as given]) == 1
	count([required | required := server_2019_update.required with input as given]) == 1
}

_applies(given) := [answer | answer := server_2019_update.applies with input as given]

test_applies_to_server_2019 if {
	every c in [
		[{"server": {"os_family": "ws2019"}}, [true]],
		[{"server": {"os_family": "ws2022"}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}
