package mdi.rules.host.clocks_agree_test

import data.mdi.rules.host.clocks_agree

_read(given) := [answer | answer := clocks_agree.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"sensors": {
			"dc01.contoso.com": {
				"generation": "v2",
			},
		},
	},
	"servers": {
		"dc01.contoso.com": {
			"roles": {
				"dc": true,
			},
			"time_offset_seconds": -150,
		},
		"dc02.contoso.com": {
			"roles": {
				"dc": true,
			},
			"time_offset_seconds": 150,
		},
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"sensors": {
			"dc01.contoso.com": {
				"generation": "v2",
			},
		},
	},
	"servers": {
		"dc01.contoso.com": {
			"roles": {
				"dc": true,
			},
			"time_offset_seconds": -151,
		},
		"dc02.contoso.com": {
			"roles": {
				"dc": true,
			},
			"time_offset_seconds": 150,
		},
	},
}) == [false]

test_was_not_read if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {
		"sensors": {
			"dc01.contoso.com": {
				"generation": "v2",
			},
		},
	},
}) == []

test_shows_its_evidence if {
	given := {
		"run": {
			"now": "2026-11-24T09:00:00Z",
			"policy_date": "2026-11-24",
			"profile": "v2-current",
		},
		"spec": {
			"sensors": {
				"dc01.contoso.com": {
					"generation": "v2",
				},
			},
		},
		"servers": {
			"dc01.contoso.com": {
				"roles": {
					"dc": true,
				},
				"time_offset_seconds": -150,
			},
			"dc02.contoso.com": {
				"roles": {
					"dc": true,
				},
				"time_offset_seconds": 150,
			},
		},
	}
	count([observed | observed := clocks_agree.observed with input as given]) == 1
	count([required | required := clocks_agree.required with input as given]) == 1
}

_clocks(servers, sensors) := {"servers": servers, "spec": {"sensors": sensors}}

_member(offset) := {"roles": {"dc": false}, "time_offset_seconds": offset}

_dc(offset) := {"roles": {"dc": true}, "time_offset_seconds": offset}

test_controllers_and_sensors_count if {
	_read(_clocks({"a": _dc(0), "b": _dc(301)}, {})) == [false]
	_read(_clocks({"a": _dc(0), "b": _member(301)}, {"b": {"generation": "v2"}})) == [false]
	_read(_clocks({"a": _dc(0), "b": _member(301)}, {"b": {"generation": "none"}})) == [true]
	_read(_clocks({"a": _dc(0), "b": _member(301)}, {})) == [true]
}

test_a_clock_that_was_not_read_is_unknown if _read(_clocks({"a": _dc(0), "b": {"roles": {"dc": true}}}, {})) == []

test_shows_the_spread if {
	observed := clocks_agree.observed with input as _clocks({"a": _dc(-10), "b": _dc(20), "c": _member(900)}, {})
	observed == {"spread_seconds": 30, "servers": 2}
}
