package mdi.rules.capacity.mirrored_traffic_test

import data.mdi.rules.capacity.mirrored_traffic

_read(patches) := [answer | answer := mirrored_traffic.compliant with input as json.patch(_given, patches)]

_given := {
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"sensors": {
			"sa": {
				"generation": "standalone",
				"mirrored_dcs": {
					"a": true,
					"b": true,
				},
			},
			"v2": {
				"generation": "v2",
			},
		},
	},
	"servers": {
		"a": {
			"traffic": {
				"busy_packets_per_second": 60000,
			},
		},
		"b": {
			"traffic": {
				"busy_packets_per_second": 40000,
			},
		},
		"c": {
			"traffic": {
				"busy_packets_per_second": 100001,
			},
		},
	},
}

test_complies if _read([]) == [true]

test_one_packet_too_many if _read([{"op": "add", "path": "/servers/b/traffic/busy_packets_per_second", "value": 40001}]) == [false]

test_the_same_rate_twice_counts_twice if _read([{"op": "add", "path": "/servers/b/traffic/busy_packets_per_second", "value": 60000}]) == [false]

test_a_second_sensor_takes_its_share if _read([{"op": "add", "path": "/spec/sensors/sa2", "value": {"generation": "standalone", "mirrored_dcs": {"a": true}}}]) == [true]

test_a_second_sensor_takes_too_much if _read([{"op": "add", "path": "/spec/sensors/sa2", "value": {"generation": "standalone", "mirrored_dcs": {"c": true}}}]) == [false]

test_beyond_though_one_was_not_measured if _read([{"op": "add", "path": "/spec/sensors/sa/mirrored_dcs", "value": {"c": true, "d": true}}]) == [false]

test_one_was_not_measured if _read([{"op": "remove", "path": "/servers/b/traffic"}]) == []

test_controllers_not_stated if _read([{"op": "remove", "path": "/spec/sensors/sa/mirrored_dcs"}]) == []

test_no_standalone_sensor_planned if _read([{"op": "remove", "path": "/spec/sensors/sa"}]) == []

test_was_not_read if [answer | answer := mirrored_traffic.compliant with input as {"run": _given.run, "spec": {}}] == []

test_shows_its_evidence if {
	count([observed | observed := mirrored_traffic.observed with input as _given]) == 1
	count([required | required := mirrored_traffic.required with input as _given]) == 1
}

# Sets are compared as lists.
_same(a, b) if json.marshal(a) == json.marshal(b)

test_shows_observed if {
	got := mirrored_traffic.observed with input as _given
	_same(got, {"sa": 100000})
}

test_mirrors_of_another_sensor_are_not_counted if _read([
	{"op": "add", "path": "/spec/sensors/v2/mirrored_dcs", "value": {}},
	{"op": "remove", "path": "/servers/b/traffic"},
]) == []
