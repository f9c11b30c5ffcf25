package mdi.rules.service_account.entry_name_form_test

import data.mdi.rules.service_account.entry_name_form

_read(given) := [answer | answer := entry_name_form.compliant with input as given]

_applies(given) := [answer | answer := entry_name_form.applies with input as given]

_observed(given) := [answer | answer := entry_name_form.observed with input as given]

_base := _entry("mdiSvc01$", "gmsa")

_entry(name, type) := {
	"subject": {"kind": "account", "key": "mdisvc01$@contoso.com"},
	"spec": {},
	"workspace": {"dsa_entries": {"mdisvc01$@contoso.com": {"account_name": name, "domain_name": "contoso.com", "type": type}}},
}

test_complies if {
	_read(_base) == [true]
	_read(_entry("svc-mdi", "user")) == [true]
}

# EC-64
test_ec64_does_not_comply if {
	_read(_entry("svc@contoso.com", "user")) == [false]
	_read(_entry("mdiSvc01", "gmsa")) == [false]
	_read(_entry("mdiSvc01$", "user")) == [false]
}

test_a_domain_before_it if {
	_read(_entry("CONTOSO\\svc-mdi", "user")) == [false]
	_read(_entry("CONTOSO\\mdiSvc01$", "gmsa")) == [false]
}

test_was_not_read if {
	_read(json.remove(_base, ["workspace"])) == []
	_read(json.remove(_base, ["workspace/dsa_entries/mdisvc01$@contoso.com/account_name"])) == []
	_read(json.remove(_base, ["workspace/dsa_entries/mdisvc01$@contoso.com/type"])) == []
}

test_applies_to_an_entry if {
	_applies(_base) == [true]
	_applies(object.union(_base, {"subject": {"key": "alice@contoso.com"}})) == [false]
	_applies(json.remove(_base, ["workspace"])) == []
}

test_shows_its_evidence if {
	count(_observed(_base)) == 1
	count([required | required := entry_name_form.required with input as _base]) == 1
}
