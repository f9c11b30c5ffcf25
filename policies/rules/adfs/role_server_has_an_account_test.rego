package mdi.rules.adfs.role_server_has_an_account_test

import data.mdi.rules.adfs.role_server_has_an_account

_read(given) := [answer | answer := role_server_has_an_account.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"domain": "contoso.com",
	},
	"workspace": {
		"dsa_entries": {
			"mdisvc01$@contoso.com": {
				"domain_name": "contoso.com",
			},
		},
	},
	"forest": {
		"domains": {
			"contoso.com": true,
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
		"domain": "contoso.com",
	},
	"workspace": {
		"dsa_entries": {},
	},
	"forest": {
		"domains": {
			"contoso.com": true,
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
			"domain": "contoso.com",
		},
		"workspace": {
			"dsa_entries": {
				"mdisvc01$@contoso.com": {
					"domain_name": "contoso.com",
				},
			},
		},
		"forest": {
			"domains": {
				"contoso.com": true,
			},
		},
	}
	[observed | observed := role_server_has_an_account.observed with input as given] == [{"mdisvc01$@contoso.com": "contoso.com"}]
	count([required | required := role_server_has_an_account.required with input as given]) == 1
}

test_another_forest if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"domain": "contoso.com",
	},
	"workspace": {
		"dsa_entries": {
			"mdisvc01$@contoso.com": {
				"domain_name": "fabrikam.com",
			},
		},
	},
	"forest": {
		"domains": {
			"contoso.com": true,
		},
	},
}) == [false]

test_another_domain_of_the_forest if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"domain": "emea.contoso.com",
	},
	"workspace": {
		"dsa_entries": {
			"mdisvc01$@contoso.com": {
				"domain_name": "Contoso.com",
			},
		},
	},
	"forest": {
		"domains": {
			"contoso.com": true,
		},
	},
}) == [true]

_given := {
	"server": {"domain": "a.contoso.com"},
	"forest": {"domains": {"contoso.com": {}}},
	"workspace": {"dsa_entries": {"e": {"domain_name": "Contoso.com"}}},
}

_entry(domain) := object.union(_given, {"workspace": {"dsa_entries": {"e": {"domain_name": domain}}}})

test_an_account_of_the_forest_or_of_the_domain_itself if {
	_read(_given) == [true]
	_read(_entry("a.contoso.com")) == [true]
	_read(_entry("fabrikam.com")) == [false]
}

test_each_part_has_to_be_read if {
	every part in ["server", "forest", "workspace"] {
		_read(object.remove(_given, {part})) == []
		_read(object.union(object.remove(_given, {part}), {part: {}})) == []
	}
}

_observed(given) := [answer | answer := role_server_has_an_account.observed with input as given]

test_shows_an_entry_without_a_domain if {
	every c in [
		[{"workspace": {"dsa_entries": {"e": {}}}}, [{"e": ""}]],
	] {
		_observed(c[0]) == c[1]
	}
}
