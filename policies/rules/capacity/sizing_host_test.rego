package mdi.rules.capacity.sizing_host_test

import data.mdi.rules.capacity.sizing_host

_read(patches) := [answer | answer := sizing_host.compliant with input as json.patch(_given, patches)]

_given := {
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"workstation": {
		"domain_joined": true,
		"dotnet_release": 379893,
	},
	"servers": {
		"dc01": {
			"roles": {
				"dc": true,
				"rodc": false,
			},
		},
		"dc02": {
			"roles": {
				"dc": false,
				"rodc": true,
			},
		},
		"ca01": {
			"roles": {
				"dc": false,
				"rodc": false,
			},
		},
	},
	"paths": {
		"p": {
			"class": "sizing",
			"to": "dc01",
			"ports": {
				"tcp/135": {
					"open": true,
				},
				"tcp/389": {
					"open": true,
				},
				"tcp/445": {
					"open": true,
				},
			},
		},
		"q": {
			"class": "sizing",
			"to": "dc02",
			"ports": {
				"tcp/135": {
					"open": true,
				},
				"tcp/389": {
					"open": true,
				},
				"tcp/445": {
					"open": true,
				},
			},
		},
		"r": {
			"class": "dns",
			"to": "dns01",
			"ports": {},
		},
	},
}

test_complies if _read([]) == [true]

test_older_framework if _read([{"op": "add", "path": "/workstation/dotnet_release", "value": 379892}]) == [false]

test_framework_not_read if _read([{"op": "remove", "path": "/workstation/dotnet_release"}]) == []

test_not_in_a_domain if _read([{"op": "add", "path": "/workstation/domain_joined", "value": false}]) == [false]

test_domain_not_read if _read([{"op": "remove", "path": "/workstation/domain_joined"}]) == []

test_tcp_135_shut if _read([{"op": "add", "path": "/paths/q/ports/tcp~1135/open", "value": false}]) == [false]

test_tcp_135_not_tried if _read([{"op": "remove", "path": "/paths/q/ports/tcp~1135"}]) == []

test_tcp_389_shut if _read([{"op": "add", "path": "/paths/q/ports/tcp~1389/open", "value": false}]) == [false]

test_tcp_389_not_tried if _read([{"op": "remove", "path": "/paths/q/ports/tcp~1389"}]) == []

test_tcp_445_shut if _read([{"op": "add", "path": "/paths/q/ports/tcp~1445/open", "value": false}]) == [false]

test_tcp_445_not_tried if _read([{"op": "remove", "path": "/paths/q/ports/tcp~1445"}]) == []

test_shut_though_another_was_not_tried if _read([
	{"op": "add", "path": "/paths/q/ports/tcp~1445/open", "value": false},
	{"op": "remove", "path": "/paths/p"},
]) == [false]

test_controller_not_tried if _read([{"op": "remove", "path": "/paths/p"}]) == []

test_read_only_controller_not_tried if _read([{"op": "remove", "path": "/paths/q"}]) == []

test_tried_for_something_else if _read([{"op": "add", "path": "/paths/p/class", "value": "adws"}]) == []

test_shut_for_something_else if _read([{"op": "add", "path": "/paths/r/ports", "value": {"tcp/445": {"open": false}}}]) == [true]

test_a_path_without_class if _read([{"op": "remove", "path": "/paths/r/class"}]) == []

test_a_path_without_end if _read([{"op": "remove", "path": "/paths/r/to"}]) == []

test_role_dc_not_read if _read([{"op": "remove", "path": "/servers/ca01/roles/dc"}]) == []

test_role_rodc_not_read if _read([{"op": "remove", "path": "/servers/ca01/roles/rodc"}]) == []

test_was_not_read if [answer | answer := sizing_host.compliant with input as {"run": _given.run, "spec": {}}] == []

test_shows_its_evidence if {
	count([observed | observed := sizing_host.observed with input as _given]) == 1
	count([required | required := sizing_host.required with input as _given]) == 1
}

# Sets are compared as lists.
_same(a, b) if json.marshal(a) == json.marshal(b)

test_shows_observed if {
	got := sizing_host.observed with input as _given
	_same(got, {"domain_joined": true, "dotnet_release": 379893, "controllers": 2, "shut": set()})
}

test_shows_required if {
	got := sizing_host.required with input as _given
	_same(got, {"domain_joined": true, "dotnet_release": 379893, "open": {"tcp/135", "tcp/389", "tcp/445"}})
}

test_shows_observed if {
	got := sizing_host.observed with input as json.patch(_given, [
		{"op": "add", "path": "/paths/q/ports/tcp~1445/open", "value": false},
		{"op": "add", "path": "/paths/q/ports/tcp~180", "value": {"open": false}},
	])
	_same(got, {"domain_joined": true, "dotnet_release": 379893, "controllers": 2, "shut": {"dc02 tcp/445"}})
}

test_other_ports_do_not_matter if _read([{"op": "add", "path": "/paths/q/ports/tcp~180", "value": {"open": false}}]) == [true]
