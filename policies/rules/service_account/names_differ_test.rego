package mdi.rules.service_account.names_differ_test

import data.mdi.rules.service_account.names_differ

_read(given) := [answer | answer := names_differ.compliant with input as given]

_observed(given) := [answer | answer := names_differ.observed with input as given]

_base := {
	"subject": {"kind": "workspace"},
	"spec": {},
	"workspace": {"dsa_entries": {
		"mdisvc01$@contoso.com": {"account_name": "mdiSvc01$", "type": "gmsa"},
		"mdisvc02$@fabrikam.com": {"account_name": "mdiSvc02$", "type": "gmsa"},
	}},
}

_second(entry) := object.union(_base, {"workspace": {"dsa_entries": {"mdisvc01$@fabrikam.com": entry}}})

test_complies if _read(_base) == [true]

test_does_not_comply if {
	given := _second({"account_name": "mdisvc01$", "type": "gmsa"})
	_read(given) == [false]
	_observed(given) == [{"mdisvc01": {"mdisvc01$@contoso.com", "mdisvc01$@fabrikam.com"}}]
	_read(_second({"account_name": "MDISVC01", "type": "gmsa"})) == [false]
}

test_a_user_of_that_name if _read(_second({"account_name": "mdisvc01", "type": "user"})) == [true]

test_no_entry if _read({"spec": {}, "workspace": {"dsa_entries": {}}}) == [true]

test_was_not_read if {
	_read(json.remove(_base, ["workspace"])) == []
	_read(json.remove(_base, ["workspace/dsa_entries/mdisvc01$@contoso.com/account_name"])) == []
	_read(json.remove(_base, ["workspace/dsa_entries/mdisvc01$@contoso.com/type"])) == []
}

test_shows_its_evidence if {
	count(_observed(_base)) == 1
	count([required | required := names_differ.required with input as _base]) == 1
}
