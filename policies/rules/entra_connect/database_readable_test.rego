package mdi.rules.entra_connect.database_readable_test

import data.mdi.rules.entra_connect.database_readable

_read(given) := [answer | answer := database_readable.compliant with input as given]

_given := {"server": {
	"netbios_name": "AADC01",
	"domain": "contoso.com",
	"entra_connect": {
		"database_external": true,
		"database_name": "ADSync",
		"database_grants": {"aadc01$@contoso.com": {
			"login": true, "user": true, "connect": true, "select": true,
			"execute_mms_get_globalsettings": true, "execute_mms_get_connectors": true,
		}},
	},
}}

_applies(given) := [answer | answer := database_readable.applies with input as given]

test_complies if _read(_given) == [true]

test_each_grant_is_needed if {
	every grant in {"login", "user", "connect", "select", "execute_mms_get_globalsettings", "execute_mms_get_connectors"} {
		_read(json.remove(_given, [concat("/", ["server/entra_connect/database_grants/aadc01$@contoso.com", grant])])) == [false]
	}
}

test_no_grant_beyond_these_is_needed if count(database_readable.required) == 6 with input as _given

# c80: the grants were made to the Directory Service Account.
test_c80_another_account if _read(json.patch(_given, [{"op": "move", "from": "/server/entra_connect/database_grants/aadc01$@contoso.com", "path": "/server/entra_connect/database_grants/mdisvc01$@contoso.com"}])) == [false]

test_nobody_was_granted_anything if _read(json.patch(_given, [{"op": "replace", "path": "/server/entra_connect/database_grants", "value": {}}])) == [false]

test_was_not_read if {
	_read(json.remove(_given, ["server/entra_connect/database_grants"])) == []
	_read(json.remove(_given, ["server/entra_connect/database_name"])) == []
	_read(json.remove(_given, ["server/netbios_name"])) == []
	_read(json.remove(_given, ["server/domain"])) == []
}

# c80: a database of its own needs no grant.
test_c80_applies if {
	_applies(_given) == [true]
	_applies(json.patch(_given, [{"op": "replace", "path": "/server/entra_connect/database_external", "value": false}])) == [false]
	_applies(json.remove(_given, ["server/entra_connect/database_external"])) == []
}

test_shows_its_evidence if {
	database_readable.observed == {"database": "ADSync", "account": "aadc01$@contoso.com", "missing": {"select"}} with input as json.remove(_given, ["server/entra_connect/database_grants/aadc01$@contoso.com/select"])
	is_set(database_readable.required) with input as _given
}
