package mdi.rules.adfs.database_grants_test

import data.mdi.rules.adfs.database_grants

_read(given) := [answer | answer := database_grants.compliant with input as given]

_observed(given) := [answer | answer := database_grants.observed with input as given]

_all := {"login": true, "user": true, "connect": true, "select": true, "db_datareader": true}

_base := {
	"subject": {"kind": "server", "key": "adfs01.contoso.com"},
	"spec": {},
	"forest": {"domains": {"contoso.com": true, "emea.contoso.com": true}},
	"workspace": {"dsa_entries": {"mdisvc01$@contoso.com": {"account_name": "mdiSvc01$", "domain_name": "Contoso.com", "type": "gmsa"}}},
	"server": {"domain": "contoso.com", "adfs": {"database_kind": "wid", "database_name": "AdfsConfigurationV4", "database_grants": {"mdisvc01$@contoso.com": _all}}},
}

_grants(grants) := object.union(json.remove(_base, ["server/adfs/database_grants"]), {"server": {"adfs": {"database_grants": grants}}})

_entry(name, entry) := object.union(_base, {"workspace": {"dsa_entries": {name: entry}}})

_emea := {"account_name": "mdiSvc02$", "domain_name": "emea.contoso.com", "type": "gmsa"}

test_complies if _read(_base) == [true]

test_does_not_comply if {
	_read(_grants({})) == [false]
	{_read(_grants({"mdisvc01$@contoso.com": object.remove(_all, [grant])})) | some grant in object.keys(_all)} == {[false]}
}

# EC-79: the rights were given to the name without the dollar sign.
test_ec79_another_name if _read(_grants({"mdisvc01@contoso.com": _all})) == [false]

test_says_what_is_missing if _observed(_grants({"mdisvc01$@contoso.com": object.remove(_all, ["select", "connect"])})) == [{"database": "AdfsConfigurationV4 (wid)", "missing": {"mdisvc01$@contoso.com": {"select", "connect"}}}]

# The account that is tried first needs the rights, another does not help and does not harm.
test_the_account_that_is_tried_first if {
	_read(_entry("mdisvc02$@emea.contoso.com", _emea)) == [true]
	_read(object.union(_entry("mdisvc02$@emea.contoso.com", _emea), {"server": {"domain": "emea.contoso.com"}})) == [false]
	_read(_entry("svc@contoso.com", {"account_name": "svc", "domain_name": "contoso.com", "type": "user"})) == [true]
	_read(_entry("mdisvc03$@contoso.com", {"account_name": "mdiSvc03$", "domain_name": "contoso.com", "type": "gmsa"})) == [false]
}

# The nearest of two domains above comes first, whatever its kind.
test_the_nearest_above if {
	given := object.union(_entry("svc@emea.contoso.com", {"account_name": "svc", "domain_name": "emea.contoso.com", "type": "user"}), {"server": {"domain": "de.emea.contoso.com"}})
	_read(given) == [false]
	_read(object.union(given, {"server": {"adfs": {"database_grants": {"svc@emea.contoso.com": _all}}}})) == [true]
}

test_was_not_read if {
	_read(json.remove(_base, ["workspace"])) == []
	_read(json.remove(_base, ["forest"])) == []
	_read(json.remove(_base, ["server/domain"])) == []
	_read(json.remove(_base, ["server/adfs/database_grants"])) == []
	_read(json.remove(_base, ["server/adfs/database_name"])) == []
	_read(json.remove(_base, ["server/adfs/database_kind"])) == []
	_read(json.remove(_base, ["workspace/dsa_entries/mdisvc01$@contoso.com/type"])) == []
	_read(json.remove(_base, ["workspace/dsa_entries/mdisvc01$@contoso.com/domain_name"])) == []
	_read(json.remove(_base, ["workspace/dsa_entries/mdisvc01$@contoso.com/account_name"])) == []
	_read(json.remove(_entry("mdisvc02$@emea.contoso.com", _emea), ["workspace/dsa_entries/mdisvc02$@emea.contoso.com/type"])) == []
}

test_no_account if _read(object.union(json.remove(_base, ["workspace"]), {"workspace": {"dsa_entries": {}}})) == []

test_shows_its_evidence if {
	count(_observed(_base)) == 1
	count([required | required := database_grants.required with input as _base]) == 1
}
