package mdi.rules.proxy.no_user_authentication_test

import data.mdi.rules.proxy.no_user_authentication

_read(given) := [answer | answer := no_user_authentication.compliant with input as given]

_applies(given) := [answer | answer := no_user_authentication.applies with input as given]

_good := _given("none")

test_complies if _read(_good) == [true]

test_shows_its_evidence if {
	no_user_authentication.observed == {"via": "proxy", "authentication": "none"} with input as _good
	no_user_authentication.required == "none" with input as _good
}

_path(via) := {"path": {"class": "mde", "via": via, "proxy": "proxy.contoso.com:8080"}}

_given(authentication) := object.union(_path("proxy"), {"network": {"proxies": {"proxy.contoso.com:8080": {"authentication": authentication}}}})

test_does_not_comply if every authentication in ["basic", "ntlm", "kerberos"] {
	_read(_given(authentication)) == [false]
}

test_was_not_read if _read({"path": {"class": "mde"}}) == []

test_no_proxy if every via in ["direct", "expressroute", "service_tag"] {
	_read(_path(via)) == [true]
	_read(object.union(_given("basic"), _path(via))) == [true]
}

test_proxy_was_not_read if _read(_path("proxy")) == []

test_applies if {
	_applies(_good) == [true]
	_applies({"path": {"class": "sensor_api"}}) == [false]
	_applies({"path": {}}) == []
}
