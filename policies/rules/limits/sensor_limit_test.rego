package mdi.rules.limits.sensor_limit_test

import data.mdi.rules.limits.sensor_limit

_read(given) := [answer | answer := sensor_limit.compliant with input as given]

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
	"workspace": {
		"exists": true,
	},
	"sensors": {},
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
	"workspace": {
		"sensor_limit": 0,
	},
	"sensors": {
		"dc01.contoso.com": {},
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
		"workspace": {
			"exists": true,
		},
		"sensors": {},
	}
	count([observed | observed := sensor_limit.observed with input as given]) == 1
	count([required | required := sensor_limit.required with input as given]) == 1
}

_sensors(from, to) := {sprintf("s%d", [i]): {"generation": "v3"} | some i in numbers.range(from, to)}

_estate(planned, registered) := {"spec": {"sensors": planned}, "workspace": {}, "sensors": registered}

test_the_limit_is_a_thousand_planned_or_registered_sensors if {
	_read(_estate(_sensors(1, 600), _sensors(401, 1000))) == [true]
	_read(_estate(_sensors(1, 600), _sensors(402, 1001))) == [false]
	_read(_estate({"none": {"generation": "none"}}, _sensors(1, 1000))) == [true]
	_read(_estate(_sensors(1, 1001), {})) == [false]
}

test_sensors_that_were_not_read_are_unknown if _read({"spec": {"sensors": {}}, "workspace": {}}) == []

_of(count, run) := _read({"run": run, "spec": {"sensors": {}}, "workspace": {"sensor_count": count}, "sensors": {}})

_today := {"profile": "v2-current", "policy_date": "2026-11-24"}

test_limit_of_today if _of(1000, _today) == [true]

test_over_the_limit_of_today if _of(1001, _today) == [false]

test_limit_of_2023 if _of(350, {"profile": "classic-2023", "policy_date": "2026-11-24"}) == [true]

test_over_the_limit_of_2023 if _of(351, {"profile": "classic-2023", "policy_date": "2026-11-24"}) == [false]

test_before_the_limit_rose if _of(351, {"profile": "v2-current", "policy_date": "2026-04-30"}) == [false]

test_when_the_limit_rose if _of(351, {"profile": "v2-current", "policy_date": "2026-05-01"}) == [true]

test_nothing_is_counted_that_is_not_there if sensor_limit.observed == 0 with input as _estate({}, {})
