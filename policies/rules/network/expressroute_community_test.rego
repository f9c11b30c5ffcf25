package mdi.rules.network.expressroute_community_test

import data.mdi.rules.network.expressroute_community

_read(given) := [answer | answer := expressroute_community.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"network": {
		"expressroute": {
			"in_use": true,
			"bgp_communities": {
				"12076:5220": true,
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
	"network": {
		"expressroute": {
			"in_use": true,
			"bgp_communities": {
				"12076:5040": true,
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
		"network": {
			"expressroute": {
				"in_use": true,
				"bgp_communities": {
					"12076:5220": true,
				},
			},
		},
	}
	[observed | observed := expressroute_community.observed with input as given] == [{"communities": {"12076:5220"}, "in use": true}]
	count([required | required := expressroute_community.required with input as given]) == 1
}

test_not_in_use if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"network": {
		"expressroute": {
			"in_use": false,
		},
	},
}) == [true]

test_communities_unread if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"network": {
		"expressroute": {
			"in_use": true,
		},
	},
}) == []

test_without_it_no_community_is_needed if {
	every c in [
		[{"network": {"expressroute": {"in_use": false, "bgp_communities": {}}}}, [true]],
	] {
		_read(c[0]) == c[1]
	}
}
