package mdi.rules.standalone.mirroring_test

import data.mdi.rules.standalone.mirroring

_read(given) := [answer | answer := mirroring.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"sensor": {
		"generation": "standalone",
		"mirror": {
			"method": "span",
			"both_directions": true,
			"same_switch": true,
		},
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"sensor": {
		"generation": "standalone",
		"mirror": {
			"method": "span",
			"both_directions": false,
			"same_switch": true,
		},
	},
}) == [false]

test_was_not_read if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
}) == []

test_shows_its_evidence if {
	given := {
		"run": {
			"now": "2026-11-24T09:00:00Z",
			"policy_date": "2026-11-24",
			"profile": "v2-current",
		},
		"spec": {},
		"sensor": {
			"generation": "standalone",
			"mirror": {
				"method": "span",
				"both_directions": true,
				"same_switch": true,
			},
		},
	}
	count([observed | observed := mirroring.observed with input as given]) == 1
	count([required | required := mirroring.required with input as given]) == 1
}

_mirror(mirror) := {"sensor": {"mirror": object.union({"both_directions": true}, mirror)}}

test_each_method_counts if {
	every method in ["rspan", "tap"] {
		_read(_mirror({"method": method, "same_switch": false, "erspan_decapsulated": false})) == [true]
	}
	every method in ["span", "vswitch"] {
		_read(_mirror({"method": method, "same_switch": true, "erspan_decapsulated": false})) == [true]
		_read(_mirror({"method": method, "same_switch": false, "erspan_decapsulated": true})) == [false]
	}
	_read(_mirror({"method": "erspan", "same_switch": false, "erspan_decapsulated": true})) == [true]
	_read(_mirror({"method": "erspan", "same_switch": true, "erspan_decapsulated": false})) == [false]
	_read(_mirror({"method": "none"})) == [false]
	_read(_mirror({"method": "span"})) == []
}

test_shows_the_method if {
	observed := mirroring.observed with input as _mirror({"method": "tap"})
	observed == {"method": "tap", "both_directions": true}
}
