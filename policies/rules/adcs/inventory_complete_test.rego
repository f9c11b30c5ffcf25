package mdi.rules.adcs.inventory_complete_test

import data.mdi.rules.adcs.inventory_complete

_read(patches) := [answer | answer := inventory_complete.compliant with input as json.patch(_given, patches)]

_given := {
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"domains": {
		"contoso.com": {
			"cert_publishers": {
				"ca01": true,
			},
		},
	},
	"forests": {
		"contoso.com": {
			"enrollment_services": {
				"x": {
					"server": "ca02",
				},
			},
		},
	},
	"servers": {
		"ca01": {
			"ca": {
				"role_service_installed": true,
			},
		},
		"ca02": {
			"ca": {
				"role_service_installed": false,
			},
		},
		"dc01": {},
	},
}

test_complies if _read([]) == [true]

test_a_publisher_is_missing if _read([{"op": "remove", "path": "/servers/ca01"}]) == [false]

test_an_enrollment_service_is_missing if _read([{"op": "remove", "path": "/servers/ca02"}]) == [false]

test_one_is_missing_and_another_was_not_looked_at if _read([
	{"op": "remove", "path": "/servers/ca01"},
	{"op": "remove", "path": "/servers/ca02/ca"},
]) == [false]

test_nobody_looked_at_it if _read([{"op": "remove", "path": "/servers/ca01/ca"}]) == []

test_publishers_not_read if _read([{"op": "add", "path": "/domains/emea.contoso.com", "value": {}}]) == []

test_services_not_read if _read([{"op": "add", "path": "/forests/fabrikam.com", "value": {}}]) == []

test_server_of_a_service_not_read if _read([{"op": "add", "path": "/forests/contoso.com/enrollment_services/y", "value": {}}]) == []

test_directory_without_a_ca if _read([
	{"op": "add", "path": "/domains/contoso.com/cert_publishers", "value": {}},
	{"op": "add", "path": "/forests/contoso.com/enrollment_services", "value": {}},
]) == [true]

test_servers_not_read if _read([
	{"op": "remove", "path": "/servers"},
	{"op": "add", "path": "/domains/contoso.com/cert_publishers", "value": {}},
	{"op": "add", "path": "/forests/contoso.com/enrollment_services", "value": {}},
]) == []

test_was_not_read if [answer | answer := inventory_complete.compliant with input as {"run": _given.run, "spec": {}}] == []

test_shows_its_evidence if {
	count([observed | observed := inventory_complete.observed with input as _given]) == 1
	count([required | required := inventory_complete.required with input as _given]) == 1
}

# Sets are compared as lists.
_same(a, b) if json.marshal(a) == json.marshal(b)

test_shows_observed if {
	got := inventory_complete.observed with input as json.patch(_given, [{"op": "remove", "path": "/servers/ca01"}])
	_same(got, {"known": 2, "not in the facts": {"ca01"}})
}

test_a_forest_read_in_part_tells_nothing if {
	got := inventory_complete.observed with input as json.patch(_given, [{"op": "add", "path": "/forests/contoso.com/enrollment_services/y", "value": {}}])
	_same(got, {"known": 1, "not in the facts": set()})
}
