package mdi.rules.cloud.gcc_zone_test

import data.mdi.rules.cloud.gcc_zone

_read(given) := [answer | answer := gcc_zone.compliant with input as given]

_applies(given) := [answer | answer := gcc_zone.applies with input as given]

_good := _given(true, {"*.atp.gcc.azure.com": true}, {"p": {"allowed_hosts": {"*.atp.gcc.azure.com": true}}}, "2.255.1.1")

test_complies if _read(_good) == [true]

test_shows_its_evidence if {
	count([observed | observed := gcc_zone.observed with input as _good]) == 1
	count([required | required := gcc_zone.required with input as _good]) == 1
}

_given(in_use, allowlist, proxies, version) := {
	"tenant": {"cloud": "gcc"},
	"workspace": {"name": "Contoso-Corp"},
	"network": {"allowlist_in_use": in_use, "allowlist": allowlist, "proxies": proxies},
	"sensors": {"dc01.contoso.com": {"version": version}},
}

_listed(patterns, version) := _read(_given(true, {pattern: true | some pattern in patterns}, {}, version))

# Case 52: only the former zone.
test_c52_does_not_comply if _listed(["*.gcc.atp.azure.com"], "2.255.1.1") == [false]

test_was_not_read if _read({"tenant": {"cloud": "gcc"}}) == []

test_the_host_itself if _listed(["contoso-corpsensorapi.atp.gcc.azure.com"], "2.254.0.0") == [true]

test_the_host_of_another_workspace if _listed(["fabrikamsensorapi.atp.gcc.azure.com"], "2.254.0.0") == [false]

test_the_commercial_zone if _listed(["*.atp.azure.com"], "2.255.1.1") == [false]

test_an_older_sensor_needs_the_former_zone_too if {
	_listed(["*.atp.gcc.azure.com"], "2.253.9.9") == [false]
	_listed(["*.gcc.atp.azure.com"], "2.253.9.9") == [false]
	_listed(["*.atp.gcc.azure.com", "*.gcc.atp.azure.com"], "2.253.9.9") == [true]
	_listed(["*.atp.gcc.azure.com"], "2.254") == [true]
}

test_of_a_proxy if _read(_given(true, {"*.atp.gcc.azure.com": true}, {"p": {"allowed_hosts": {"*.atp.azure.com": true}}}, "2.255.1.1")) == [false]

test_a_list_that_is_not_in_use_is_not_asked if _read(_given(false, {}, {}, "2.255.1.1")) == [true]

test_shows_what_is_missing_where if {
	given := _given(true, {"*.atp.gcc.azure.com": true}, {"p": {"allowed_hosts": {}}}, "2.253.9.9")
	observed := gcc_zone.observed with input as given
	observed.missing == {
		"allow-list: contoso-corpsensorapi.gcc.atp.azure.com",
		"p: contoso-corpsensorapi.gcc.atp.azure.com",
		"p: contoso-corpsensorapi.atp.gcc.azure.com",
	}
}

test_list_not_in_use if _read({"network": {"allowlist_in_use": false}}) == [true]

test_nothing_is_allowed if _listed([], "2.255.1.1") == [false]

test_list_was_not_read if _read(json.remove(_good, ["/network/allowlist"])) == []

test_proxies_were_not_read if _read(json.remove(_good, ["/network/proxies"])) == []

test_list_of_a_proxy_was_not_read if _read(json.remove(_good, ["/network/proxies/p/allowed_hosts"])) == []

test_name_was_not_read if _read(json.remove(_good, ["/workspace/name"])) == []

test_use_was_not_read if _read(json.remove(_good, ["/network/allowlist_in_use"])) == []

test_sensors_were_not_read if _read(json.remove(_good, ["/sensors"])) == []

test_version_was_not_read if _read(json.remove(_good, ["/sensors/dc01.contoso.com/version"])) == []

test_no_sensor_yet if _read(object.union(json.remove(_good, ["/sensors"]), {"sensors": {}})) == [true]

test_a_missing_zone_is_enough if _read(json.remove(_given(true, {}, {}, "2.255.1.1"), ["/sensors"])) == [false]

test_applies if {
	_applies(_good) == [true]
	_applies({"tenant": {"cloud": "commercial"}}) == [false]
	_applies({"tenant": {}}) == []
}

test_shows_evidence if [observed | observed := gcc_zone.observed with input as _good] == [{"allow-list": true, "missing": set()}]
