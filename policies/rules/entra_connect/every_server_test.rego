package mdi.rules.entra_connect.every_server_test

import data.mdi.rules.entra_connect.every_server

_read(given) := [answer | answer := every_server.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"sensor": {
			"generation": "v2",
		},
	},
	"server": {
		"entra_connect": {
			"mode": "staging",
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
		"sensor": {
			"generation": "none",
		},
	},
	"server": {
		"entra_connect": {
			"mode": "staging",
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
		"sensor": {
			"generation": "v2",
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
			"sensor": {
				"generation": "v2",
			},
		},
		"server": {
			"entra_connect": {
				"mode": "staging",
			},
		},
	}
	count([observed | observed := every_server.observed with input as given]) == 1
	count([required | required := every_server.required with input as given]) == 1
}

_server(mode, spec) := {"server": {"entra_connect": {"mode": mode}}, "spec": spec}

test_each_mode_counts if {
	every mode in ["active", "staging"] {
		_read(_server(mode, {"sensor": {"generation": "v2"}})) == [true]
		_read(_server(mode, {"sensor": {"generation": "none"}})) == [false]
		_read(_server(mode, {})) == [false]
	}
	_read(_server("disabled", {})) == []
}
