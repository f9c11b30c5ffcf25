package mdi.decisions.connectivity_test

import data.mdi.decisions.connectivity

_choice(given) := [answer | answer := connectivity.choice with input as given]

_reason(given) := text if text := concat(" ", connectivity.reasons) with input as given

_warning(given) := text if text := concat(" ", connectivity.warnings) with input as given

_direct := {
	"spec": {"sensors": {"dc01.contoso.com": {"generation": "v2"}, "dc02.contoso.com": {"generation": "v3"}}},
	"network": {"expressroute": {"in_use": false}, "service_tags": {}},
	"servers": {"dc01.contoso.com": {"proxy": {"method": "none"}}, "dc02.contoso.com": {"proxy": {"method": "mde_policy"}}},
}

_with(path, value) := json.patch(_direct, [{"op": "add", "path": path, "value": value}])

_tagged := _with("/network/service_tags/AzureAdvancedThreatProtection", true)

test_nothing_in_between_is_direct if {
	_choice(_direct) == ["direct"]
	contains(_reason(_direct), "directly")
	_warning(_direct) == ""
}

test_a_transparent_proxy_is_nobodys_business if _choice(_with("/servers/dc01.contoso.com/proxy/method", "transparent")) == ["direct"]

test_expressroute if {
	given := _with("/network/expressroute/in_use", true)
	_choice(given) == ["expressroute"]
	contains(_reason(given), "today")
	contains(_warning(given), "v3")
	_warning(json.patch(given, [{"op": "replace", "path": "/spec/sensors/dc02.contoso.com/generation", "value": "v2"}])) == ""
}

test_a_proxy_of_the_server if {
	every method in ["sensor_configuration", "wininet", "registry", "winhttp", "wpad"] {
		given := _with("/servers/dc01.contoso.com/proxy/method", method)
		_choice(given) == ["proxy"]
		contains(_reason(given), "dc01.contoso.com")
	}
}

test_a_proxy_of_the_spec if {
	_choice(_with("/spec/sensors/dc01.contoso.com/proxy_url", "http://proxy.contoso.com:8080")) == ["proxy"]
	_choice(_with("/spec/sensors/dc02.contoso.com/proxy_url", "http://proxy.contoso.com:8080")) == ["direct"]
	_choice(_with("/servers/dc02.contoso.com/proxy/method", "winhttp")) == ["direct"]
}

test_a_standalone_sensor_counts if _choice(json.patch(_with("/servers/dc01.contoso.com/proxy/method", "wpad"), [{"op": "replace", "path": "/spec/sensors/dc01.contoso.com/generation", "value": "standalone"}])) == ["proxy"]

test_a_service_tag if {
	_choice(_tagged) == ["service_tag"]
	contains(_reason(_tagged), "The firewall")
	contains(_warning(_tagged), "regularly")
	_choice(_with("/network/service_tags/OneDsCollector", true)) == ["direct"]
}

test_spec_decides if {
	given := _with("/spec/connectivity", {"method": "proxy"})
	_choice(given) == ["proxy"]
	contains(_reason(given), "asks")
}

test_unread_facts_leave_it_open if {
	_choice(json.patch(_direct, [{"op": "remove", "path": "/network/expressroute"}])) == []
	_choice(json.patch(_direct, [{"op": "remove", "path": "/servers/dc01.contoso.com/proxy"}])) == []
	_choice(json.patch(_tagged, [{"op": "remove", "path": "/servers/dc01.contoso.com/proxy"}])) == []
	not connectivity.reasons with input as json.patch(_direct, [{"op": "remove", "path": "/servers/dc01.contoso.com/proxy"}])
}
