package mdi.rules.network.sensor_api_test

import data.mdi.rules.network.sensor_api

_read(given) := [answer | answer := sensor_api.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"tenant": {
		"cloud": "commercial",
	},
	"workspace": {
		"name": "contoso-corp",
	},
	"path": {
		"class": "sensor_api",
		"to": "contoso-corpsensorapi.atp.azure.com",
		"ports": {
			"tcp/443": {
				"open": true,
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
	"tenant": {
		"cloud": "commercial",
	},
	"workspace": {
		"name": "contoso-corp",
	},
	"path": {
		"class": "sensor_api",
		"to": "contoso-corpsensorapi.atp.azure.com",
		"ports": {
			"tcp/443": {
				"open": false,
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

test_boundary_1 if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"tenant": {
		"cloud": "gcc_high",
	},
	"workspace": {
		"name": "contoso-corp",
	},
	"path": {
		"class": "sensor_api",
		"to": "contoso-corpsensorapi.atp.azure.com",
		"ports": {
			"tcp/443": {
				"open": true,
			},
		},
	},
}) == [false]

test_shows_its_evidence if {
	given := {
		"run": {
			"now": "2026-11-24T09:00:00Z",
			"policy_date": "2026-11-24",
			"profile": "v2-current",
		},
		"spec": {},
		"tenant": {
			"cloud": "commercial",
		},
		"workspace": {
			"name": "contoso-corp",
		},
		"path": {
			"class": "sensor_api",
			"to": "contoso-corpsensorapi.atp.azure.com",
			"ports": {
				"tcp/443": {
					"open": true,
				},
			},
		},
	}
	count([observed | observed := sensor_api.observed with input as given]) == 1
	count([required | required := sensor_api.required with input as given]) == 1
}

_applies(given) := [answer | answer := sensor_api.applies with input as given]

test_applies_to_its_kind_of_path if {
	every c in [
		[{"path": {"class": "sensor_api"}}, [true]],
		[{"path": {"class": "remote_forest"}}, [false]],
	] {
		_applies(c[0]) == c[1]
	}
}

test_the_name_is_written_small if _read({
	"workspace": {"name": "Contoso"},
	"tenant": {"cloud": "commercial"},
	"path": {"to": "contososensorapi.atp.azure.com", "ports": {"tcp/443": {"open": true}}},
}) == [true]

test_each_cloud_has_its_zone if {
	every cloud, zone in {"commercial": "atp.azure.com", "gcc": "atp.gcc.azure.com", "gcc_high": "atp.azure.us", "dod": "atp.azure.us"} {
		_read({
			"tenant": {"cloud": cloud},
			"workspace": {"name": "contoso-corp"},
			"path": {"class": "sensor_api", "to": sprintf("contoso-corpsensorapi.%s", [zone]), "ports": {"tcp/443": {"open": true}}},
		}) == [true]
	}
}

_answers(status) := _read({
	"tenant": {"cloud": "commercial"},
	"workspace": {"name": "contoso-corp"},
	"path": {"class": "sensor_api", "to": "contoso-corpsensorapi.atp.azure.com", "ports": {"tcp/443": {"open": true}}, "http": {"status": status}},
})

test_an_older_workspace_answers_503 if {
	_answers(200) == [true]
	_answers(503) == [true]
}

test_an_answer_of_somebody_else_is_none if {
	every status in [403, 404, 407, 502] {
		_answers(status) == [false]
	}
}

test_shows_the_answer if {
	path := {"class": "sensor_api", "to": "contoso-corpsensorapi.atp.azure.com", "ports": {"tcp/443": {"open": true}}}
	[observed.status | observed := sensor_api.observed with input as {"path": path}] == ["not read"]
	[observed.status | observed := sensor_api.observed with input as {"path": object.union(path, {"http": {"status": 503}})}] == [503]
}
