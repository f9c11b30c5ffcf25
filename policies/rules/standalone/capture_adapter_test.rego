package mdi.rules.standalone.capture_adapter_test

import data.mdi.rules.standalone.capture_adapter

_read(given) := [answer | answer := capture_adapter.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"nics": {
			"cap": {
				"purpose": "capture",
				"static_address": true,
				"addresses": {
					"10.10.0.10": 32,
				},
				"gateways": {},
				"dns_servers": {},
			},
			"mgmt": {
				"purpose": "management",
				"static_address": true,
				"gateways": {
					"192.0.2.1": true,
				},
				"dns_servers": {
					"192.0.2.53": true,
					"192.0.2.54": true,
				},
			},
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
	"server": {
		"nics": {
			"cap": {
				"purpose": "capture",
				"static_address": true,
				"addresses": {
					"10.10.0.10": 24,
				},
				"gateways": {},
				"dns_servers": {},
			},
			"mgmt": {
				"purpose": "management",
				"static_address": true,
				"gateways": {
					"192.0.2.1": true,
				},
				"dns_servers": {
					"192.0.2.53": true,
					"192.0.2.54": true,
				},
			},
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
		"server": {
			"nics": {
				"cap": {
					"purpose": "capture",
					"static_address": true,
					"addresses": {
						"10.10.0.10": 32,
					},
					"gateways": {},
					"dns_servers": {},
				},
				"mgmt": {
					"purpose": "management",
					"static_address": true,
					"gateways": {
						"192.0.2.1": true,
					},
					"dns_servers": {
						"192.0.2.53": true,
						"192.0.2.54": true,
					},
				},
			},
		},
	}
	count([observed | observed := capture_adapter.observed with input as given]) == 1
	count([required | required := capture_adapter.required with input as given]) == 1
}

test_boundary_1 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"nics": {
			"cap": {
				"purpose": "capture",
				"static_address": true,
				"addresses": {
					"10.10.0.10": 32,
				},
				"gateways": {
					"10.0.0.1": true,
				},
				"dns_servers": {},
			},
			"mgmt": {
				"purpose": "management",
				"static_address": true,
				"gateways": {
					"192.0.2.1": true,
				},
				"dns_servers": {
					"192.0.2.53": true,
					"192.0.2.54": true,
				},
			},
		},
	},
}) == [false]

test_boundary_2 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"nics": {
			"cap": {
				"purpose": "capture",
				"static_address": true,
				"addresses": {
					"10.10.0.10": 32,
				},
				"gateways": {},
				"dns_servers": {
					"10.0.0.1": true,
				},
			},
			"mgmt": {
				"purpose": "management",
				"static_address": true,
				"gateways": {
					"192.0.2.1": true,
				},
				"dns_servers": {
					"192.0.2.53": true,
					"192.0.2.54": true,
				},
			},
		},
	},
}) == [false]

test_boundary_3 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"nics": {
			"cap": {
				"purpose": "capture",
				"static_address": false,
				"addresses": {
					"10.10.0.10": 32,
				},
				"gateways": {},
				"dns_servers": {},
			},
			"mgmt": {
				"purpose": "management",
				"static_address": true,
				"gateways": {
					"192.0.2.1": true,
				},
				"dns_servers": {
					"192.0.2.53": true,
					"192.0.2.54": true,
				},
			},
		},
	},
}) == [false]

test_gateways_unread if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"nics": {
			"cap": {
				"purpose": "capture",
				"static_address": true,
				"addresses": {
					"10.10.0.10": 32,
				},
				"dns_servers": {},
			},
			"mgmt": {
				"purpose": "management",
				"static_address": true,
				"gateways": {
					"192.0.2.1": true,
				},
				"dns_servers": {
					"192.0.2.53": true,
					"192.0.2.54": true,
				},
			},
		},
	},
}) == []

_capture := {"purpose": "capture", "static_address": true, "addresses": {"10.0.0.1": 32}, "gateways": {}, "dns_servers": {}}

_other := {"purpose": "management", "static_address": false, "addresses": {"10.0.0.2": 24}, "gateways": {"g": true}, "dns_servers": {"d": true}}

_nics(nics) := {"server": {"nics": nics}}

test_only_capture_adapters_count if {
	_read(_nics({"a": _capture, "b": _other})) == [true]
	_read(_nics({"a": object.union(_capture, {"static_address": false}), "b": _other})) == [false]
	_read(_nics({"b": _other})) == []
	_read(_nics({"a": _capture, "b": {}})) == []
}
