package mdi.rules.service_account.password_retrievable_test

import data.mdi.rules.service_account.password_retrievable

_read(given) := [answer | answer := password_retrievable.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"dsa": {
			"kind": "gmsa",
			"accounts": {
				"mdisvc01$@contoso.com": {
					"serves": {
						"contoso.com": true,
					},
				},
			},
		},
	},
	"server": {
		"domain": "contoso.com",
		"sid": "S-1-5-21-1004336348-1177238915-682003330-1001",
		"member_of": {
			"S-1-5-21-1004336348-1177238915-682003330-516": true,
		},
	},
	"accounts": {
		"mdisvc01$@contoso.com": {
			"password_readers": {
				"S-1-5-21-1004336348-1177238915-682003330-516": true,
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
		"dsa": {
			"kind": "gmsa",
			"accounts": {
				"mdisvc01$@contoso.com": {
					"serves": {
						"contoso.com": true,
					},
				},
			},
		},
	},
	"server": {
		"domain": "contoso.com",
		"sid": "S-1-5-21-1004336348-1177238915-682003330-1001",
		"member_of": {},
	},
	"accounts": {
		"mdisvc01$@contoso.com": {
			"password_readers": {},
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
		"dsa": {
			"kind": "gmsa",
			"accounts": {
				"mdisvc01$@contoso.com": {
					"serves": {
						"contoso.com": true,
					},
				},
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
			"dsa": {
				"kind": "gmsa",
				"accounts": {
					"mdisvc01$@contoso.com": {
						"serves": {
							"contoso.com": true,
						},
					},
				},
			},
		},
		"server": {
			"domain": "contoso.com",
			"sid": "S-1-5-21-1004336348-1177238915-682003330-1001",
			"member_of": {
				"S-1-5-21-1004336348-1177238915-682003330-516": true,
			},
		},
		"accounts": {
			"mdisvc01$@contoso.com": {
				"password_readers": {
					"S-1-5-21-1004336348-1177238915-682003330-516": true,
				},
			},
		},
	}
	count([observed | observed := password_retrievable.observed with input as given]) == 1
	count([required | required := password_retrievable.required with input as given]) == 1
}

_applies(given) := [answer | answer := password_retrievable.applies with input as given]

test_applies_to_managed_accounts if {
	every c in [
		[{"spec": {"dsa": {"kind": "gmsa"}}}, [true]],
		[{"spec": {"dsa": {"kind": "user"}}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}

_given := {
	"spec": {"dsa": {"accounts": {"a": {"serves": {"contoso.com": true}}, "b": {"serves": {"fabrikam.com": true}}}}},
	"accounts": {"a": {"password_readers": {}}, "b": {"password_readers": {}}},
	"server": {"domain": "contoso.com", "sid": "S-1", "member_of": {"S-9": true}},
}

_server(changes) := object.union(_given, {"server": changes})

test_the_server_or_its_groups_may_be_on_the_list if {
	_read(_given) == [false]
	every sid in ["S-1", "S-9"] {
		_read(object.union(_given, {"accounts": {"a": {"password_readers": {sid: true}}}})) == [true]
		_read(object.union(_given, {"accounts": {"b": {"password_readers": {sid: true}}}})) == [false]
	}
}

test_what_was_tried_counts_more_than_the_list if {
	_read(_server({"gmsa_usable": {"a": true}})) == [true]
	_read(_server({"gmsa_usable": {"a": false}})) == [false]
	_read(_server({"gmsa_usable": {"b": true}})) == [false]
}

test_a_domain_that_no_account_serves if _read(_server({"domain": "adatum.com"})) == []

test_an_account_that_was_not_read_is_unknown if {
	two := object.union(_given, {"spec": {"dsa": {"accounts": {"c": {"serves": {"contoso.com": true}}}}}})
	_read(object.union(two, {"server": {"gmsa_usable": {"a": true}}})) == []
}
