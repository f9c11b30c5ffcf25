package mdi.rules.operating_system.no_nano_server_test

import data.mdi.rules.operating_system.no_nano_server

_read(given) := [answer | answer := no_nano_server.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"install_type": "server_core",
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
		"install_type": "nano",
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
			"install_type": "server_core",
		},
	}
	count([observed | observed := no_nano_server.observed with input as given]) == 1
	count([required | required := no_nano_server.required with input as given]) == 1
}

test_each_value_counts if {
	every value in ["desktop_experience", "server_core"] {
		_read({"server": {"install_type": value}}) == [true]
	}
	every value in ["nano"] {
		_read({"server": {"install_type": value}}) == [false]
	}
}
