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
