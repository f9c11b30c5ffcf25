package mdi.rules.service_account.not_the_action_account_test

import data.mdi.rules.service_account.not_the_action_account

_read(given) := [answer | answer := not_the_action_account.compliant with input as given]

_observed(given) := [answer | answer := not_the_action_account.observed with input as given]

_base := {
	"subject": {"kind": "workspace"},
	"spec": {},
	"workspace": {
		"action_account_mode": "gmsa",
		"action_accounts": {"mdiact01$@contoso.com": {"domain_name": "contoso.com"}},
		"dsa_entries": {"mdisvc01$@contoso.com": {}},
	},
}

_both := object.union(_base, {"workspace": {"dsa_entries": {"mdiact01$@contoso.com": {}}}})

test_complies if _read(_base) == [true]

# EC-78
test_ec78_does_not_comply if {
	_read(_both) == [false]
	_observed(_both) == [{"mode": "gmsa", "both": {"mdiact01$@contoso.com"}}]
}

test_local_system_is_no_account if {
	_read(object.union(_both, {"workspace": {"action_account_mode": "local_system"}})) == [true]
	_read({"spec": {}, "workspace": {"action_account_mode": "local_system"}}) == [true]
}

test_was_not_read if {
	_read(json.remove(_base, ["workspace/action_account_mode"])) == []
	_read(json.remove(_base, ["workspace/action_accounts"])) == []
	_read(json.remove(_base, ["workspace/dsa_entries"])) == []
}

test_shows_its_evidence if {
	count(_observed(_base)) == 1
	count([required | required := not_the_action_account.required with input as _base]) == 1
}
