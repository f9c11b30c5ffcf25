package mdi.decisions.proxy_configuration_test

import data.mdi.decisions.proxy_configuration

_choice(given) := [answer | answer := proxy_configuration.choice with input as given]

_reason(given) := text if text := concat(" ", proxy_configuration.reasons) with input as given

_warning(given) := text if text := concat(" ", proxy_configuration.warnings) with input as given

_url := "http://proxy.contoso.com:8080"

_server(method, installed) := {"spec": {"sensor": {"generation": "v2", "proxy_url": _url}}, "server": {"proxy": {"method": method}, "sensor_v2": {"installed": installed}}}

_with(given, path, value) := json.patch(given, [{"op": "add", "path": path, "value": value}])

_without(given, path) := json.patch(given, [{"op": "remove", "path": path}])

test_a_new_sensor_gets_it_from_setup if {
	_choice(_server("none", false)) == ["install_switches"]
	contains(_reason(_server("none", false)), "given to setup")
}

test_an_installed_one_is_configured if {
	_choice(_server("none", true)) == ["sensor_configuration"]
	contains(_reason(_server("none", true)), "its own configuration")
}

test_the_former_way_is_kept if {
	every method in ["wininet", "registry", "sensor_configuration"] {
		_choice(_server(method, true)) == [method]
		_choice(_with(_server("none", true), "/server/proxy/previous_method", method)) == [method]
		_choice(_without(_server(method, true), "/spec/sensor/proxy_url")) == [method]
		contains(_reason(_server(method, true)), "before")
	}
}

test_without_a_proxy_nothing_is_set if {
	_choice(_without(_server("wpad", true), "/spec/sensor/proxy_url")) == ["none"]
	contains(_reason(_without(_server("wpad", true), "/spec/sensor/proxy_url")), "names no proxy")
	_choice({"spec": {"sensor": {"generation": "v2"}}, "server": {}}) == ["none"]
}

test_v3_uses_what_defender_for_endpoint_uses if {
	v3 := _with(_server("wininet", true), "/spec/sensor/generation", "v3")
	_choice(v3) == ["mde_policy"]
	contains(_reason(v3), "Defender for Endpoint")
	_choice(_without(v3, "/spec/sensor/proxy_url")) == ["none"]
	contains(_reason(_without(v3, "/spec/sensor/proxy_url")), "names no proxy")
}

test_winhttp_is_not_read if {
	contains(_warning(_server("winhttp", true)), "WinHTTP")
	_warning(_server("wininet", true)) == ""
	_warning(_with(_server("winhttp", true), "/spec/sensor/generation", "v3")) == ""
}

test_unread_facts_leave_it_open if {
	_choice(_without(_server("none", true), "/server/proxy")) == []
	_choice(_without(_server("none", false), "/server/proxy")) == []
	not proxy_configuration.reasons with input as _without(_server("none", false), "/server/proxy")
	_choice(_without(_server("none", true), "/server/sensor_v2")) == []
}
