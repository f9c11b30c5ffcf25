package mdi.rules.standalone.subscription_test

import data.mdi.rules.standalone.subscription

_read(given) := [answer | answer := subscription.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"wef": {
			"subscriptions": {
				"mdi": {
					"destination_log": "ForwardedEvents",
					"configuration_mode": "custom",
					"heartbeat_seconds": 5,
				},
			},
		},
	},
	"sensor": {
		"event_source": "wef",
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
		"wef": {
			"subscriptions": {
				"mdi": {
					"destination_log": "Application",
					"configuration_mode": "custom",
					"heartbeat_seconds": 5,
				},
			},
		},
	},
	"sensor": {
		"event_source": "wef",
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
			"wef": {
				"subscriptions": {
					"mdi": {
						"destination_log": "ForwardedEvents",
						"configuration_mode": "custom",
						"heartbeat_seconds": 5,
					},
				},
			},
		},
		"sensor": {
			"event_source": "wef",
		},
	}
	count([observed | observed := subscription.observed with input as given]) == 1
	count([required | required := subscription.required with input as given]) == 1
}

test_boundary_1 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"wef": {
			"subscriptions": {
				"mdi": {
					"destination_log": "ForwardedEvents",
					"configuration_mode": "normal",
					"heartbeat_seconds": 5,
				},
			},
		},
	},
	"sensor": {
		"event_source": "wef",
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
		"wef": {
			"subscriptions": {
				"mdi": {
					"destination_log": "ForwardedEvents",
					"configuration_mode": "custom",
					"heartbeat_seconds": 900,
				},
			},
		},
	},
	"sensor": {
		"event_source": "wef",
	},
}) == [false]

test_a_second_too_slow if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"server": {
		"wef": {
			"subscriptions": {
				"mdi": {
					"destination_log": "ForwardedEvents",
					"configuration_mode": "custom",
					"heartbeat_seconds": 6,
				},
			},
		},
	},
	"sensor": {
		"event_source": "wef",
	},
}) == [false]

test_none_at_all if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"sensor": {
		"event_source": "wef",
	},
	"server": {
		"wef": {
			"subscriptions": {},
		},
	},
}) == [false]

_applies(given) := [answer | answer := subscription.applies with input as given]

test_applies_to_forwarding if {
	every c in [
		[{"sensor": {"event_source": "wef"}}, [true]],
		[{"sensor": {"event_source": "siem"}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}

_good := {"destination_log": "forwardedevents", "configuration_mode": "custom", "heartbeat_seconds": 5}

_subscriptions(given) := {"server": {"wef": {"subscriptions": given}}}

test_each_part_has_to_be_read if {
	_read(_subscriptions({"a": _good})) == [true]
	every part in object.keys(_good) {
		_read(_subscriptions({"a": _good, "b": object.remove(_good, {part})})) == []
	}
}
