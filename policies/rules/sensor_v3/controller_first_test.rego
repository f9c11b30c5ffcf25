package mdi.rules.sensor_v3.controller_first_test

import data.mdi.rules.sensor_v3.controller_first

_read(given) := [answer | answer := controller_first.compliant with input as given]

_applies(given) := [answer | answer := controller_first.applies with input as given]

_change(patch) := json.patch(_good, patch)

_server(role) := object.union({"roles": {"dc": false, "rodc": false, "adfs": false, "adcs": false, "entra_connect": false}}, {"roles": {role: true}})

_good := {
	"spec": {"sensors": {"dc01.contoso.com": {"generation": "v3"}, "fs01.contoso.com": {"generation": "v3"}, "dc02.contoso.com": {"generation": "v2"}}},
	"sensors": {"dc02.contoso.com": {"generation": "v2"}},
	"servers": {"dc01.contoso.com": _server("dc"), "fs01.contoso.com": _server("adfs"), "dc02.contoso.com": _server("dc")},
}

_role(name, role) := {"op": "replace", "path": sprintf("/servers/%s", [name]), "value": _server(role)}

_generation(name, generation) := {"op": "replace", "path": sprintf("/spec/sensors/%s/generation", [name]), "value": generation}

test_complies if _read(_good) == [true]

test_a_read_only_controller_counts if _read(_change([_role("dc01.contoso.com", "rodc")])) == [true]

test_c39_only_role_servers_get_v3 if _read(_change([_generation("dc01.contoso.com", "v2")])) == [false]

test_a_controller_that_has_v3_already if _read(_change([
	_generation("dc01.contoso.com", "v2"),
	{"op": "replace", "path": "/sensors/dc02.contoso.com/generation", "value": "v3"},
])) == [true]

test_every_role_server_needs_it if {
	every role in ["adfs", "adcs", "entra_connect"] {
		_applies(_change([_role("fs01.contoso.com", role)])) == [true]
	}
}

test_a_role_server_that_has_v3_already if _applies(_change([
	_generation("fs01.contoso.com", "none"),
	{"op": "add", "path": "/sensors/fs01.contoso.com", "value": {"generation": "v3"}},
])) == [true]

test_without_a_role_server_it_does_not_apply if _applies(_change([_generation("fs01.contoso.com", "v2")])) == [false]

test_a_controller_with_a_role_is_a_controller if {
	_applies(_change([{"op": "replace", "path": "/servers/fs01.contoso.com/roles/dc", "value": true}])) == [false]
	_applies(_change([{"op": "replace", "path": "/servers/fs01.contoso.com/roles/rodc", "value": true}])) == [false]
}

test_unknown_roles if {
	every role in ["dc", "rodc", "adfs", "adcs", "entra_connect"] {
		_read(_change([{"op": "remove", "path": sprintf("/servers/dc02.contoso.com/roles/%s", [role])}])) == []
	}
	_applies(_change([{"op": "remove", "path": "/servers/fs01.contoso.com/roles/adfs"}])) == []
}

test_a_planned_server_that_nobody_looked_at if _read(_change([{"op": "add", "path": "/spec/sensors/x.contoso.com", "value": {"generation": "v3"}}])) == []

test_an_unread_sensor if _read(_change([{"op": "remove", "path": "/sensors/dc02.contoso.com/generation"}])) == []

test_was_not_read if {
	_read(_change([{"op": "remove", "path": "/sensors"}])) == []
	_read(_change([{"op": "remove", "path": "/servers"}])) == []
}

test_shows_its_evidence if {
	controller_first.observed == {"role servers": {"fs01.contoso.com"}, "domain controllers": {"dc01.contoso.com"}} with input as _good
	contains(controller_first.required, "domain controller") with input as _good
}
