package mdi.rules.standalone.lists_its_controllers_test

import data.mdi.rules.standalone.lists_its_controllers

_read(given) := [answer | answer := lists_its_controllers.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"sensor": {
		"domain_controllers": {
			"dc01.contoso.com": true,
		},
		"mirror": {
			"dcs": {
				"dc01.contoso.com": true,
			},
		},
	},
	"domain": {
		"dcs": {
			"dc01.contoso.com": {
				"global_catalog": true,
			},
			"dc02.contoso.com": {
				"global_catalog": false,
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
	"sensor": {
		"domain_controllers": {
			"dc01.contoso.com": true,
		},
		"mirror": {
			"dcs": {
				"dc01.contoso.com": true,
				"dc02.contoso.com": true,
			},
		},
	},
	"domain": {
		"dcs": {
			"dc01.contoso.com": {
				"global_catalog": true,
			},
			"dc02.contoso.com": {
				"global_catalog": false,
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
		"sensor": {
			"domain_controllers": {
				"dc01.contoso.com": true,
			},
			"mirror": {
				"dcs": {
					"dc01.contoso.com": true,
				},
			},
		},
		"domain": {
			"dcs": {
				"dc01.contoso.com": {
					"global_catalog": true,
				},
				"dc02.contoso.com": {
					"global_catalog": false,
				},
			},
		},
	}
	[observed | observed := lists_its_controllers.observed with input as given] == [{"global catalogs": {"dc01.contoso.com"}, "listed": {"dc01.contoso.com"}, "not listed": set()}]
	count([required | required := lists_its_controllers.required with input as given]) == 1
}

test_no_global_catalog if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"sensor": {
		"domain_controllers": {
			"dc01.contoso.com": true,
		},
		"mirror": {
			"dcs": {
				"dc01.contoso.com": true,
			},
		},
	},
	"domain": {
		"dcs": {
			"dc01.contoso.com": {
				"global_catalog": false,
			},
			"dc02.contoso.com": {
				"global_catalog": false,
			},
		},
	},
}) == [false]

_sensor(listed, mirrored, catalogs) := {
	"sensor": {"domain_controllers": {dc: true | some dc in listed}, "mirror": {"dcs": {dc: true | some dc in mirrored}}},
	"domain": {"dcs": {dc: {"global_catalog": dc in catalogs} | some dc in {"a", "b", "c"}}},
}

test_each_half_counts if {
	_read(_sensor({"a", "b"}, {"a"}, {"b"})) == [true]
	_read(_sensor({"a", "b"}, {"a", "c"}, {"b"})) == [false]
	_read(_sensor({"a", "b"}, {"a"}, {"c"})) == [false]
	_read({"sensor": _sensor({"a"}, {"b"}, {}).sensor}) == [false]
}

test_half_of_it_is_unknown if {
	whole := _sensor({"a"}, {"a"}, {"a"})
	_read({"sensor": {"domain_controllers": {"a": true}}, "domain": whole.domain}) == []
	_read({"sensor": {"mirror": {"dcs": {"a": true}}}, "domain": whole.domain}) == []
	_read({"sensor": whole.sensor}) == []
	_read({"sensor": whole.sensor, "domain": {"dcs": {"a": {}}}}) == []
}
