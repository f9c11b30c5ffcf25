package mdi.decisions.sensor_generation_test

import data.mdi.decisions.sensor_generation

_choice(server, spec) := [c | c := sensor_generation.choice with input as {"server": server, "spec": {"sensor": spec}, "tenant": {"cloud": "commercial"}}]

_dc := {"roles": {"dc": true}, "os_family": "ws2022", "mde": {"onboarded": true}, "lcu_month": "2026-11", "sensor_v2": {"installed": false}}

test_onboarded_controller_gets_v3 if _choice(_dc, {}) == ["v3"]

test_spec_decides if _choice(_dc, {"generation": "v2"}) == ["v2"]

test_server_2016_gets_v2 if _choice(object.union(_dc, {"os_family": "ws2016"}), {}) == ["v2"]

test_not_onboarded_gets_v2 if _choice(object.union(_dc, {"mde": {"onboarded": false}}), {}) == ["v2"]

test_older_update_gets_v2 if _choice(object.union(_dc, {"lcu_month": "2026-06"}), {}) == ["v2"]

test_installed_v2_stays if _choice(object.union(_dc, {"sensor_v2": {"installed": true}}), {"migrate": false}) == ["v2"]

test_radius_needs_v2 if _choice(_dc, {"radius_target": true}) == ["v2"]

test_proxy_gets_none if _choice({"roles": {"wap": true}}, {}) == ["none"]

test_old_windows_gets_none if _choice({"roles": {"dc": true}, "os_family": "ws2012r2"}, {}) == ["none"]

test_role_server_gets_v2 if _choice({"roles": {"dc": false, "rodc": false, "adfs": true}, "os_family": "ws2022", "sensor_v2": {"installed": false}}, {}) == ["v2"]

test_unknown_controller_is_not_decided if _choice({"roles": {"dc": true}, "os_family": "ws2022"}, {}) == []

test_every_choice_has_its_reason if {
	r := sensor_generation.reasons with input as {"server": _dc, "spec": {"sensor": {}}}
	count(r) == 1
}

_reason(server, spec) := [r[0] | r := sensor_generation.reasons with input as {"server": server, "spec": {"sensor": spec}, "tenant": {"cloud": "commercial"}}]

_cases := [
	[_dc, {"generation": "v2"}, "asks"],
	[{"roles": {"wap": true}}, {}, "Proxy"],
	[{"roles": {"adcs": true, "dc": false, "rodc": false}, "ca": {"role_service_installed": false}}, {}, "Certification"],
	[object.union(_dc, {"online": false}), {}, "offline"],
	[{"roles": {"dc": true}, "os_family": "ws2012r2"}, {}, "older"],
	[object.union(_dc, {"sensor_v2": {"installed": true}}), {"migrate": false}, "migration"],
]

test_every_choice_has_its_reason if {
	every c in _cases {
		some text in _reason(c[0], c[1])
		contains(text, c[2])
	}
}

test_gives_one_reason if {
	every server in [
		_dc, object.union(_dc, {"os_family": "ws2016"}), object.union(_dc, {"mde": {"onboarded": false}}),
		object.union(_dc, {"lcu_month": "2026-06"}), object.union(_dc, {"sensor_v3": {"installed": true}}),
		{"roles": {"dc": false, "rodc": false, "adfs": true}, "os_family": "ws2022", "sensor_v2": {"installed": false}},
	] {
		count(_reason(server, {})) == 1
	}
}

test_an_offline_authority_gets_none if _choice({"roles": {"adcs": true, "dc": false, "rodc": false}, "online": false}, {}) == ["none"]

test_syslog_needs_v2 if _choice(_dc, {"syslog_sender": true}) == ["v2"]

test_a_migration_makes_way_for_v3 if {
	_choice(object.union(_dc, {"sensor_v2": {"installed": true}}), {"migrate": true}) == ["v3"]
	_choice(object.union(_dc, {"sensor_v2": {"installed": true}}), {"migrate": false}) == ["v2"]
}

_deciding(server, more) := object.union({"server": object.union(_dc, server), "spec": {"sensor": {"migrate": false}}, "tenant": {"cloud": "commercial"}}, more)

_outcome(given) := [answer | answer := {"choice": sensor_generation.choice, "reason": sensor_generation.reasons[0]} with input as given]

# What is known of the server, what else is known, the choice, and a word of the reason.
_branches := [
	[{"roles": {"dc": false, "wap": true}}, {}, "none", "Web Application Proxy"],
	[{"roles": {"dc": false, "rodc": false, "adcs": true}, "ca": {"role_service_installed": false}}, {}, "none", "role service"],
	[{"online": false}, {}, "none", "offline"],
	[{"os_family": "ws2008r2"}, {}, "none", "older"],
	[{"os_family": "ws2012"}, {}, "none", "older"],
	[{"os_family": "ws2012r2"}, {}, "none", "older"],
	[{"sensor_v2": {"installed": true}}, {}, "v2", "does not ask for a migration"],
	[{"sensor_v2": {"installed": true}}, {"spec": {"sensor": {"migrate": true}}}, "v3", "has the cumulative update"],
	[{"roles": {"dc": true, "adcs": true}, "ca": {"role_service_installed": false}}, {}, "v3", "has the cumulative update"],
	[{"sensor_v3": {"installed": true}}, {}, "v3", "v3 sensor is installed"],
	[{"sensor_v3": {"installed": true}, "lcu_month": "2026-06"}, {}, "v3", "v3 sensor is installed"],
	[{"os_family": "ws2016"}, {}, "v2", "2016"],
	[{}, {"spec": {"sensor": {"migrate": false, "radius_target": true}}}, "v2", "RADIUS"],
	[{}, {"spec": {"sensor": {"migrate": false, "syslog_sender": true}}}, "v2", "RADIUS"],
	[{}, {"network": {"expressroute": {"in_use": true}}}, "v2", "ExpressRoute"],
	[{}, {"tenant": {"cloud": "gcc_high"}}, "v2", "cloud"],
	[{}, {"tenant": {"cloud": "dod"}}, "v2", "cloud"],
	[{}, {"tenant": {"cloud": "gcc"}}, "v3", "onboarded"],
	[{"mde": {"onboarded": false}}, {}, "v2", "not onboarded"],
	[{"lcu_month": "2026-07"}, {}, "v3", "has the cumulative update"],
	[{"lcu_month": "2026-06"}, {}, "v2", "lacks the cumulative update"],
	[{"roles": {"dc": false, "rodc": true}}, {}, "v3", "onboarded"],
	[{"roles": {"dc": false, "rodc": false, "adfs": true}}, {}, "v2", "role"],
	[{"roles": {"dc": false, "rodc": false, "adcs": true}}, {}, "v2", "role"],
	[{"roles": {"dc": false, "rodc": false, "entra_connect": true}}, {}, "v2", "role"],
]

test_every_branch if {
	every b in _branches {
		some answer in _outcome(_deciding(b[0], b[1]))
		answer.choice == b[2]
		contains(answer.reason, b[3])
	}
}

test_what_is_not_enough_to_decide if {
	_choice(object.union(_dc, {"roles": {"dc": true, "adcs": true}, "ca": {"role_service_installed": false}}), {}) == ["v3"]
	_choice({"roles": {"dc": false, "rodc": false}, "os_family": "ws2022", "sensor_v2": {"installed": false}}, {}) == []
	_choice({"roles": {"adfs": true}, "os_family": "ws2022", "sensor_v2": {"installed": false}}, {}) == []
	_choice({"roles": {"dc": false, "rodc": false, "adfs": true}, "os_family": "ws2022", "lcu_month": "2026-06"}, {}) == ["v2"]
	_choice({"roles": {"dc": false, "rodc": false, "adfs": true}, "ca": {"role_service_installed": false}, "os_family": "ws2022"}, {}) == ["v2"]
	_choice({"roles": {}, "os_family": "ws2022", "lcu_month": "2026-06"}, {}) == []
	_choice({"roles": {"dc": true, "rodc": false, "adfs": true}, "os_family": "ws2022"}, {}) == []
	_choice({"roles": {"dc": false, "rodc": true, "adfs": true}, "os_family": "ws2022"}, {}) == []
	_choice({"roles": {"dc": true}, "os_family": "ws2022", "lcu_month": "2026-07"}, {}) == []
	_reason({"roles": {"adfs": true}, "os_family": "ws2022", "sensor_v2": {"installed": false}}, {}) == []
	every path in ["/mde", "/lcu_month", "/sensor_v2"] {
		_choice(json.patch(_dc, [{"op": "remove", "path": path}]), {}) == []
	}
}

test_an_old_system_asked_for_v3_is_warned_about if {
	every family in ["ws2008r2", "ws2012", "ws2012r2", "ws2016"] {
		count(sensor_generation.warnings) == 1 with input as _deciding({"os_family": family}, {"spec": {"sensor": {"generation": "v3"}}})
		count(sensor_generation.warnings) == 0 with input as _deciding({"os_family": family}, {"spec": {"sensor": {"generation": "v2"}}})
	}
	count(sensor_generation.warnings) == 0 with input as _deciding({}, {"spec": {"sensor": {"generation": "v3"}}})
}

test_what_is_demoted_gets_none if {
	leaving := {"server": _dc, "spec": {"sensor": {}, "server": {"demotes_at": "2026-12-05T00:00:00Z"}}}
	answer := sensor_generation.choice with input as leaving
	answer == "none"
	reasons := sensor_generation.reasons with input as leaving
	contains(reasons[0], "demoted")
	kept := sensor_generation.choice with input as json.patch(leaving, [{"op": "add", "path": "/spec/sensor/generation", "value": "v2"}])
	kept == "v2"
}
