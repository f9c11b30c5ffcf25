package mdi.rules.proxy.lets_through_test

import data.mdi.rules.proxy.lets_through

_read(given) := [answer | answer := lets_through.compliant with input as given]

_applies(given) := [answer | answer := lets_through.applies with input as given]

_good := _given("none", 200)

test_complies if _read(_good) == [true]

test_shows_its_evidence if {
	count([observed | observed := lets_through.observed with input as _good]) == 1
	count([required | required := lets_through.required with input as _good]) == 1
}

_path(via) := {"spec": {"sensor": {}}, "path": {"class": "sensor_api", "via": via, "proxy": "proxy.contoso.com:8080"}}

_given(authentication, status) := object.union(_path("proxy"), {"network": {"proxies": {"proxy.contoso.com:8080": {"authentication": authentication, "unauthenticated_status": status}}}})

_with_credentials(given) := object.union(given, {"spec": {"sensor": {"proxy_user": "CONTOSO\\svc-proxy"}}})

# Case 61: the proxy answers 403, which setup takes for a missing licence.
test_c61_does_not_comply if {
	_read(_given("none", 403)) == [false]
	_read(_with_credentials(_given("basic", 403))) == [false]
	_read(_with_credentials(_given("basic", 401))) == [false]
}

test_was_not_read if _read({"path": {"class": "sensor_api"}}) == []

test_asks_with_407 if {
	_read(_with_credentials(_given("basic", 407))) == [true]
	_read(_given("basic", 407)) == [false]
}

test_around_407 if {
	_read(_given("basic", 406)) == [true]
	_read(_given("basic", 408)) == [true]
}

test_asks_others_only if _read(_given("basic", 200)) == [true]

test_no_proxy if every via in ["direct", "expressroute", "service_tag"] {
	_read(_path(via)) == [true]
	_read(object.union(_given("basic", 403), _path(via))) == [true]
	[observed | observed := lets_through.observed with input as _path(via)] == [{"via": via, "authentication": "no proxy", "status": "no proxy", "credentials": false}]
}

test_proxy_was_not_read if {
	_read(_path("proxy")) == []
	_read(json.remove(_good, ["/network/proxies/proxy.contoso.com:8080/authentication"])) == []
	_read(json.remove(_good, ["/network/proxies/proxy.contoso.com:8080/unauthenticated_status"])) == []
	_read(json.remove(_with_credentials(_given("basic", 407)), ["/network/proxies/proxy.contoso.com:8080/authentication"])) == []
}

test_applies if {
	_applies(_good) == [true]
	_applies({"path": {"class": "mde"}}) == [false]
	_applies({"path": {}}) == []
}
