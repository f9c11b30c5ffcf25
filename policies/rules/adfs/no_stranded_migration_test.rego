package mdi.rules.adfs.no_stranded_migration_test

import data.mdi.rules.adfs.no_stranded_migration

_read(given) := [answer | answer := no_stranded_migration.compliant with input as given]

_applies(given) := [answer | answer := no_stranded_migration.applies with input as given]

_observed(given) := [answer | answer := no_stranded_migration.observed with input as given]

_roles := {"dc": true, "adfs": false, "adcs": false, "entra_connect": false}

_base := _plan({}, {"migrate": true}, false)

_plan(roles, sensor, preview) := {
	"subject": {"kind": "sensor", "key": "s01.contoso.com"},
	"spec": {"preview_allowed": preview, "sensor": object.union({"generation": "v3", "migrate": false}, sensor)},
	"server": {"roles": object.union(_roles, roles)},
}

test_a_plain_controller if _read(_base) == [true]

# EC-37 and 38: a controller with a role may get v3 afresh, but is not migrated.
test_ec37_a_controller_with_a_role if {
	_read(_plan({"adcs": true}, {}, false)) == [true]
	_read(_plan({"adcs": true}, {"migrate": true}, true)) == [false]
	_read(_plan({"adfs": true}, {"migrate": true}, true)) == [false]
	_read(_plan({"entra_connect": true}, {"migrate": true}, true)) == [false]
}

test_ec40_a_role_server_needs_the_preview if {
	_read(_plan({"dc": false, "adfs": true}, {}, true)) == [true]
	_read(_plan({"dc": false, "adfs": true}, {}, false)) == [false]
	_read(_plan({"dc": false, "adfs": true}, {"migrate": true}, true)) == [false]
}

test_was_not_read if {
	_read(json.remove(_base, ["server"])) == []
	_read(json.remove(_base, ["server/roles/adfs"])) == []
	_read(json.remove(_base, ["server/roles/adcs"])) == []
	_read(json.remove(_base, ["server/roles/entra_connect"])) == []
	_read(json.remove(_plan({"adcs": true}, {}, true), ["server/roles/dc"])) == []
	_read(json.remove(_plan({"adcs": true}, {}, true), ["spec/sensor/migrate"])) == []
}

test_applies_where_v3_is_planned if {
	_applies(_base) == [true]
	_applies(_plan({}, {"generation": "v2"}, false)) == [false]
	_applies(json.remove(_base, ["spec/sensor"])) == [false]
	_applies(json.remove(_base, ["spec/sensor/generation"])) == []
}

test_shows_its_evidence if {
	count(_observed(_base)) == 1
	count([required | required := no_stranded_migration.required with input as _base]) == 1
}

test_shows_observed if _observed(_base) == [{"role": false, "controller": true, "migrated in place": true, "previews allowed": false}]
