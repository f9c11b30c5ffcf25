package mdi.rules.network.kerberos_test

import data.mdi.rules.network.kerberos

_read(given) := [answer | answer := kerberos.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"path": {
		"class": "domain_controller",
		"ports": {
			"tcp/88": {
				"open": true,
			},
			"udp/88": {
				"open": true,
			},
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
	"path": {
		"class": "domain_controller",
		"ports": {
			"tcp/88": {
				"open": false,
			},
			"udp/88": {
				"open": true,
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

test_shows_its_evidence if {
	given := {
		"run": {
			"now": "2026-11-24T09:00:00Z",
			"policy_date": "2026-11-24",
			"profile": "v2-current",
		},
		"spec": {},
		"path": {
			"class": "domain_controller",
			"ports": {
				"tcp/88": {
					"open": true,
				},
				"udp/88": {
					"open": true,
				},
			},
		},
	}
	count([observed | observed := kerberos.observed with input as given]) == 1
	count([required | required := kerberos.required with input as given]) == 1
}

test_the_other_port_shut if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"path": {
		"class": "domain_controller",
		"ports": {
			"tcp/88": {
				"open": true,
			},
			"udp/88": {
				"open": false,
			},
		},
	},
}) == [false]

test_the_other_port_unread if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"path": {
		"class": "domain_controller",
		"ports": {
			"tcp/88": {
				"open": true,
			},
		},
	},
}) == []

_applies(given) := [answer | answer := kerberos.applies with input as given]

test_applies_to_its_kind_of_path if {
	every c in [
		[{"path": {"class": "domain_controller"}}, [true]],
		[{"path": {"class": "remote_forest"}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}
