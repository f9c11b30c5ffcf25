package mdi.rules.directory.two_sensors_a_domain_test

import data.mdi.rules.directory.two_sensors_a_domain

_read(given) := [answer | answer := two_sensors_a_domain.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"sensors": {
			"dc01.contoso.com": {
				"generation": "v2",
			},
			"dc02.contoso.com": {
				"generation": "v3",
			},
		},
	},
	"domains": {
		"contoso.com": {
			"dcs": {
				"dc01.contoso.com": {},
				"dc02.contoso.com": {},
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
	"spec": {
		"sensors": {
			"dc01.contoso.com": {
				"generation": "v2",
			},
			"dc02.contoso.com": {
				"generation": "v3",
			},
		},
	},
	"domains": {
		"contoso.com": {
			"dcs": {
				"dc01.contoso.com": {},
				"dc03.contoso.com": {},
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
	"spec": {
		"sensors": {
			"dc01.contoso.com": {
				"generation": "v2",
			},
			"dc02.contoso.com": {
				"generation": "v3",
			},
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
			"sensors": {
				"dc01.contoso.com": {
					"generation": "v2",
				},
				"dc02.contoso.com": {
					"generation": "v3",
				},
			},
		},
		"domains": {
			"contoso.com": {
				"dcs": {
					"dc01.contoso.com": {},
					"dc02.contoso.com": {},
				},
			},
		},
	}
	count([observed | observed := two_sensors_a_domain.observed with input as given]) == 1
	count([required | required := two_sensors_a_domain.required with input as given]) == 1
}

test_a_single_controller if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"sensors": {
			"dc01.contoso.com": {
				"generation": "v2",
			},
			"dc02.contoso.com": {
				"generation": "v3",
			},
		},
	},
	"domains": {
		"contoso.com": {
			"dcs": {
				"dc01.contoso.com": {},
			},
		},
	},
}) == [true]

test_none_at_all if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"sensors": {
			"dc01.contoso.com": {
				"generation": "v2",
			},
			"dc02.contoso.com": {
				"generation": "v3",
			},
		},
	},
	"domains": {
		"contoso.com": {
			"dcs": {
				"dc03.contoso.com": {},
				"dc04.contoso.com": {},
			},
		},
	},
}) == [false]

_two(planned) := {"domains": {"contoso.com": {"dcs": {"a": {}, "b": {}}}}, "spec": {"sensors": planned}}

test_what_is_planned_counts if {
	_read(_two({"a": {"generation": "v2"}, "b": {"generation": "v3"}})) == [true]
	_read(_two({"a": {"generation": "v2"}, "b": {"generation": "none"}})) == [false]
	_read(_two({"a": {"generation": "v2"}, "c": {"generation": "v2"}})) == [false]
}

test_one_controller_needs_no_second_sensor if _read({"domains": {"contoso.com": {"dcs": {"a": {}}}}, "spec": {}}) == [true]

test_a_domain_that_was_not_read_is_unknown if _read({"domains": {"contoso.com": {}}, "spec": {}}) == []
