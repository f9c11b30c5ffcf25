package mdi.rules.proxy.no_tls_inspection_v3_test

import data.mdi.rules.proxy.no_tls_inspection_v3

_read(given) := [answer | answer := no_tls_inspection_v3.compliant with input as given]

_applies(given) := [answer | answer := no_tls_inspection_v3.applies with input as given]

_good := _path("direct")

test_complies if _read(_good) == [true]

test_shows_its_evidence if {
	no_tls_inspection_v3.observed == {"via": "direct", "inspected": false} with input as _good
	is_string(no_tls_inspection_v3.required) with input as _good
}

_path(via) := {"path": {"class": "mde", "to": "edr-weu3.eu.endpoint.security.microsoft.com", "via": via, "proxy": "proxy.contoso.com:8080"}}

_proxy(inspects, bypass) := object.union(_path("proxy"), {"network": {"proxies": {"proxy.contoso.com:8080": {"tls_inspection_active": inspects, "inspection_bypass": bypass}}}})

test_does_not_comply if _read(_proxy(true, {"*.atp.azure.com": true})) == [false]

test_was_not_read if _read({"path": {"class": "mde", "to": "edr-weu3.eu.endpoint.security.microsoft.com"}}) == []

test_no_inspection if _read(_proxy(false, {})) == [true]

test_bypassed if _read(_proxy(true, {"*.endpoint.security.microsoft.com": true})) == [true]

test_no_bypass_at_all if _read(_proxy(true, {})) == [false]

test_other_ways if every via in ["expressroute", "service_tag"] {
	_read(_path(via)) == [true]
}

test_proxy_was_not_read if {
	_read(_path("proxy")) == []
	_read(json.remove(_proxy(false, {}), ["/network/proxies/proxy.contoso.com:8080/tls_inspection_active"])) == []
	_read(json.remove(_proxy(true, {}), ["/network/proxies/proxy.contoso.com:8080/inspection_bypass"])) == []
}

test_end_was_not_read if _read(json.remove(_good, ["/path/to"])) == []

test_applies if {
	_applies(_good) == [true]
	_applies({"path": {"class": "sensor_api"}}) == [false]
	_applies({"path": {}}) == []
}
