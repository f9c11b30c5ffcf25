package mdi.rules.service_account.entry_domain_test

import data.mdi.rules.service_account.entry_domain

_read(given) := [answer | answer := entry_domain.compliant with input as given]

_applies(given) := [answer | answer := entry_domain.applies with input as given]

_observed(given) := [answer | answer := entry_domain.observed with input as given]

_base := {
	"subject": {"kind": "account", "key": "svc@corp.contoso.com"},
	"spec": {},
	"workspace": {"dsa_entries": {"svc@corp.contoso.com": {"account_name": "svc", "domain_name": "Corp.Contoso.com", "type": "user"}}},
	"account": {"exists": true, "domain": "corp.contoso.com"},
}

_single(ticked) := object.union(_base, {
	"workspace": {"dsa_entries": {"svc@corp.contoso.com": object.union({"domain_name": "corp"}, ticked)}},
	"account": {"domain": "corp"},
})

test_complies if _read(_base) == [true]

# EC-65: the account of a child is not found in the root.
test_ec65_does_not_comply if {
	_read(object.union(_base, {"workspace": {"dsa_entries": {"svc@corp.contoso.com": {"domain_name": "contoso.com"}}}})) == [false]
	_read(object.union(_base, {"account": {"exists": false}})) == [false]
}

test_a_netbios_name if _read(object.union(_base, {"workspace": {"dsa_entries": {"svc@corp.contoso.com": {"domain_name": "CORP", "single_label": true}}}})) == [false]

test_a_full_name_needs_no_tick if _read(object.union(_base, {"workspace": {"dsa_entries": {"svc@corp.contoso.com": {"single_label": false}}}})) == [true]

test_a_single_label if {
	_read(_single({"single_label": true})) == [true]
	_read(_single({"single_label": false})) == [false]
	_read(_single({})) == []
}

test_was_not_read if {
	_read(json.remove(_base, ["workspace"])) == []
	_read(json.remove(_base, ["account"])) == []
	_read(json.remove(_base, ["account/exists"])) == []
	_read(json.remove(_base, ["account/domain"])) == []
}

test_applies_to_an_entry if {
	_applies(_base) == [true]
	_applies(object.union(_base, {"subject": {"key": "alice@contoso.com"}})) == [false]
	_applies(json.remove(_base, ["workspace"])) == []
}

test_shows_its_evidence if {
	_observed(_base) == [{"entry": "Corp.Contoso.com", "single label": false}]
	_observed(_single({"single_label": true})) == [{"entry": "corp", "single label": true}]
	entry_domain.required == "corp.contoso.com" with input as _base
}
