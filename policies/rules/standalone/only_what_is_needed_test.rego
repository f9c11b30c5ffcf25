package mdi.rules.standalone.only_what_is_needed_test

import data.mdi.rules.standalone.only_what_is_needed

_read(given) := [answer | answer := only_what_is_needed.compliant with input as given]

test_complies if _read({
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
			"subscriptions": {
				"mdi": {
					"event_ids": {
						"4662": true,
						"8004": true,
					},
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
	"sensor": {
		"event_source": "wef",
	},
	"server": {
		"wef": {
			"subscriptions": {
				"mdi": {
					"event_ids": {
						"4662": true,
						"4624": true,
					},
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
		"sensor": {
			"event_source": "wef",
		},
		"server": {
			"wef": {
				"subscriptions": {
					"mdi": {
						"event_ids": {
							"4662": true,
							"8004": true,
						},
					},
				},
			},
		},
	}
	count([observed | observed := only_what_is_needed.observed with input as given]) == 1
	count([required | required := only_what_is_needed.required with input as given]) == 1
}

test_ids_unread if _read({
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
			"subscriptions": {
				"mdi": {},
			},
		},
	},
}) == []

_applies(given) := [answer | answer := only_what_is_needed.applies with input as given]

test_applies_to_forwarding if {
	every c in [
		[{"sensor": {"event_source": "wef"}}, [true]],
		[{"sensor": {"event_source": "siem"}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}

_subscriptions(given) := {"server": {"wef": {"subscriptions": given}}}

test_each_event_is_needed if {
	every id in [
		"4662", "4726", "4728", "4729", "4730", "4732", "4733", "4741", "4743",
		"4753", "4756", "4757", "4758", "4763", "4776", "5136", "7045", "8004",
	] {
		_read(_subscriptions({"a": {"event_ids": {id: true}}})) == [true]
	}
	_read(_subscriptions({"a": {"event_ids": {"4624": true}}})) == [false]
}

test_a_subscription_that_was_not_read_is_unknown if _read(_subscriptions({"a": {}})) == []
