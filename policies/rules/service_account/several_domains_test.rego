package mdi.rules.service_account.several_domains_test

import data.mdi.rules.service_account.several_domains

_read(given) := [answer | answer := several_domains.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"workspace": {
		"dsa_entries": {},
	},
	"forests": {
		"a.test": {
			"domains": {
				"a.test": true,
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
	"workspace": {
		"dsa_entries": {},
	},
	"forests": {
		"a.test": {
			"domains": {
				"a.test": true,
				"b.a.test": true,
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
		"workspace": {
			"dsa_entries": {},
		},
		"forests": {
			"a.test": {
				"domains": {
					"a.test": true,
				},
			},
		},
	}
	count([observed | observed := several_domains.observed with input as given]) == 1
	count([required | required := several_domains.required with input as given]) == 1
}

test_an_account if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"workspace": {
		"dsa_entries": {
			"mdisvc01$@contoso.com": {},
		},
	},
	"forests": {},
}) == [true]

test_two_forests if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"workspace": {
		"dsa_entries": {},
	},
	"forests": {
		"a.test": {
			"domains": {
				"a.test": true,
			},
		},
		"b.test": {
			"domains": {
				"b.test": true,
			},
		},
	},
}) == [false]

_estate(entries, forests) := {"workspace": {"dsa_entries": entries}, "forests": forests}

test_one_domain_of_one_forest_needs_no_account if {
	one := {"domains": {"contoso.com": {}}}
	_read(_estate({}, {"f": one})) == [true]
	_read(_estate({}, {"f": one, "g": {"domains": {}}})) == [false]
	_read(_estate({}, {"f": {"domains": {"contoso.com": {}, "a.contoso.com": {}}}})) == [false]
	_read(_estate({}, {"f": one, "g": {}})) == []
}

test_shows_both_counts if {
	observed := several_domains.observed with input as _estate({"e": {}}, {"f": {"domains": {"contoso.com": {}, "a.contoso.com": {}}}})
	observed == {"entries": 1, "domains": 2}
}
