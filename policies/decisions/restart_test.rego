package mdi.decisions.restart_test

import data.mdi.decisions.restart

_choice(given) := [answer | answer := restart.choice with input as given]

_reason(given) := text if text := concat(" ", restart.reasons) with input as given

_warning(given) := text if text := concat(" ", restart.warnings) with input as given

_v2 := {
	"spec": {"sensor": {"generation": "v2"}},
	"server": {
		"reboot_pending": false, "dotnet_release": 460798, "os_family": "ws2022", "hypervisor": "vmware",
		"nics": {"lan": {"lso_v2_ipv4_enabled": false, "tso_ipv4_enabled": false}},
	},
}

_v3 := {"spec": {"sensor": {"generation": "v3"}}, "server": {"reboot_pending": false, "lcu_month": "2026-07", "sensor_v2": {"installed": false}}}

_with(given, path, value) := json.patch(given, [{"op": "add", "path": path, "value": value}])

_without(given, path) := json.patch(given, [{"op": "remove", "path": path}])

test_nothing_is_missing if {
	every given in [_v2, _v3, _with(_v2, "/spec/sensor/generation", "standalone")] {
		_choice(given) == ["not_expected"]
		contains(_reason(given), "Nothing")
		contains(_warning(given), "reserve a window")
	}
}

test_a_pending_restart_comes_first if {
	every given in [_v2, _v3] {
		_choice(_with(given, "/server/reboot_pending", true)) == ["before"]
		contains(_reason(_with(given, "/server/reboot_pending", true)), "pending")
		_warning(_with(given, "/server/reboot_pending", true)) == ""
	}
}

test_dotnet if {
	given := _with(_v2, "/server/dotnet_release", 460797)
	_choice(given) == ["before"]
	contains(_reason(given), ".NET")
	_choice(_with(_v3, "/server/dotnet_release", 460797)) == ["not_expected"]
}

_2019(version) := json.patch(_v2, [
	{"op": "replace", "path": "/server/os_family", "value": "ws2019"},
	{"op": "add", "path": "/server/ntdsai_version", "value": version},
])

test_update_of_server_2019 if {
	_choice(_2019("10.0.17763.315")) == ["before"]
	contains(_reason(_2019("10.0.17763.315")), "2019")
	_choice(_2019("10.0.17763.316")) == ["not_expected"]
	_choice(_with(_v2, "/server/ntdsai_version", "10.0.1.1")) == ["not_expected"]
	_choice(json.patch(_v3, [{"op": "add", "path": "/server/os_family", "value": "ws2019"}, {"op": "add", "path": "/server/ntdsai_version", "value": "10.0.17763.315"}])) == ["not_expected"]
}

test_update_that_carries_v3 if {
	_choice(_with(_v3, "/server/lcu_month", "2026-06")) == ["before"]
	contains(_reason(_with(_v3, "/server/lcu_month", "2026-06")), "cumulative")
	_choice(_with(_v2, "/server/lcu_month", "2026-06")) == ["not_expected"]
}

test_offloads_of_a_vmware_guest if {
	every name in ["lso_v2_ipv4_enabled", "tso_ipv4_enabled"] {
		given := _with(_v2, sprintf("/server/nics/lan/%s", [name]), true)
		_choice(given) == ["possible"]
		contains(_reason(given), "VMware")
		_warning(given) == ""
		_choice(_with(given, "/server/hypervisor", "hyper_v")) == ["not_expected"]
	}
}

test_the_classic_sensor_goes if {
	_choice(_with(_v3, "/server/sensor_v2/installed", true)) == ["possible"]
	contains(_reason(_with(_v3, "/server/sensor_v2/installed", true)), "removed")
	_choice(_with(_v2, "/server/sensor_v2", {"installed": true})) == ["not_expected"]
}

test_every_cause_is_named if {
	given := json.patch(_v2, [{"op": "replace", "path": "/server/reboot_pending", "value": true}, {"op": "replace", "path": "/server/dotnet_release", "value": 1}])
	count(restart.reasons) == 2 with input as given
}

test_each_generation_has_facts_of_its_own if {
	_choice(json.patch(_v3, [{"op": "add", "path": "/server/hypervisor", "value": "vmware"}, {"op": "add", "path": "/server/nics", "value": {"lan": {"lso_v2_ipv4_enabled": true, "tso_ipv4_enabled": true}}}])) == ["not_expected"]
	_choice(_with(_v2, "/spec/sensor/generation", "v3")) == []
	_choice(_with(_v3, "/spec/sensor/generation", "v2")) == []
}

test_unread_facts_leave_it_open if {
	every path in ["/server/reboot_pending", "/server/dotnet_release", "/server/os_family", "/server/hypervisor", "/server/nics", "/server/nics/lan/lso_v2_ipv4_enabled", "/server/nics/lan/tso_ipv4_enabled"] {
		_choice(_without(_v2, path)) == []
	}
	every path in ["/server/reboot_pending", "/server/lcu_month", "/server/sensor_v2"] {
		_choice(_without(_v3, path)) == []
		not restart.reasons with input as _without(_v3, path)
	}
	_choice(_without(_2019("10.0.17763.316"), "/server/ntdsai_version")) == []
	_choice(_without(_with(_v2, "/server/hypervisor", "none"), "/server/nics")) == ["not_expected"]
}
