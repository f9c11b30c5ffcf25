package mdi.rules.cloud.hosts_of_the_cloud_test

import data.mdi.rules.cloud.hosts_of_the_cloud

_read(given) := [answer | answer := hosts_of_the_cloud.compliant with input as given]

_good := _given("commercial", {}, {"*.atp.azure.com": true}, {"proxy.contoso.com:8080": {"allowed_hosts": {"*.atp.azure.com": true}}})

test_complies if _read(_good) == [true]

test_shows_its_evidence if {
	count([observed | observed := hosts_of_the_cloud.observed with input as _good]) == 1
	count([required | required := hosts_of_the_cloud.required with input as _good]) == 1
}

_given(cloud, endpoints, allowlist, proxies) := {
	"spec": {"endpoints": endpoints},
	"tenant": {"cloud": cloud},
	"network": {"allowlist": allowlist, "proxies": proxies},
}

_in_list(cloud, host) := _read(_given(cloud, {}, {host: true}, {}))

# Case 53: a list of the commercial cloud in another.
test_c53_does_not_comply if _in_list("gcc_high", "*.atp.azure.com") == [false]

test_was_not_read if _read({"spec": {}}) == []

test_each_cloud_has_its_own if every cloud, hosts in _own {
	every host in hosts {
		_in_list(cloud, host) == [true]
	}
}

test_no_cloud_has_anothers if every hosts in _own {
	every host in hosts {
		every other in object.keys(_own) {
			_in_list(other, host) == [host in _own[other]]
		}
	}
}

_own := {
	"commercial": {"contosocorpsensorapi.atp.azure.com", "x.endpoint.security.microsoft.com", "sensorpackage-prd.mdi.securitycenter.microsoft.com"},
	"gcc": {"*.atp.gcc.azure.com", "*.gcc.atp.azure.com", "x.endpoint.security.microsoft.us", "sensorpackage-ff.mdi.securitycenter.microsoft.us"},
	"gcc_high": {"*.atp.azure.us", "x.endpoint.security.microsoft.us", "sensorpackage-ff.mdi.securitycenter.microsoft.us"},
	"dod": {"*.atp.azure.us", "x.endpoint.security.microsoft.us", "sensorpackage-ff.mdi.securitycenter.microsoft.us"},
}

# Case 60: whole labels, without case.
test_c60_labels if {
	_in_list("commercial", "ContosoSensorAPI.ATP.Azure.com") == [true]
	_in_list("commercial", "atp.azure.com") == [true]
	_in_list("commercial", "contososensorapi.atp.azure.us") == [false]
	_in_list("commercial", "atp.azure.com.evil.net") == [false]
	_in_list("commercial", "evilatp.azure.com") == [true]
	_in_list("commercial", "ATP.AZURE.CN") == [false]
	_in_list("commercial", "x.gcc.atp.azure.cn") == [false]
	_in_list("commercial", "x.atp.gcc.azure.cn") == [false]
}

test_hosts_of_others_are_none_of_our_business if _in_list("commercial", "www.contoso.us") == [true]

test_in_the_spec if _read(_given("commercial", {"contososensorapi.atp.azure.us": true}, {}, {})) == [false]

test_of_a_proxy if _read(_given("commercial", {}, {}, {"p": {"allowed_hosts": {"*.atp.azure.us": true}}})) == [false]

test_spec_names_none if _read({"spec": {}, "tenant": {"cloud": "commercial"}, "network": {"allowlist": {}, "proxies": {}}}) == [true]

test_list_was_not_read if _read({"spec": {}, "tenant": {"cloud": "commercial"}, "network": {"proxies": {}}}) == []

test_proxies_were_not_read if _read({"spec": {}, "tenant": {"cloud": "commercial"}, "network": {"allowlist": {}}}) == []

test_list_of_a_proxy_was_not_read if _read(_given("commercial", {}, {}, {"p": {"dns_alias": true}})) == []

test_a_wrong_host_is_enough if _read({"spec": {}, "tenant": {"cloud": "commercial"}, "network": {"allowlist": {"*.atp.azure.us": true}}}) == [false]

test_cloud_was_not_read if _read({"spec": {}, "network": {"allowlist": {"*.atp.azure.us": true}, "proxies": {}}}) == []

test_cloud_is_not_known if _read(_given("other", {}, {"*.atp.azure.us": true}, {})) == []
