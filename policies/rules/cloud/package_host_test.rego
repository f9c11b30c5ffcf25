package mdi.rules.cloud.package_host_test

import data.mdi.rules.cloud.package_host

_read(given) := [answer | answer := package_host.compliant with input as given]

_applies(given) := [answer | answer := package_host.applies with input as given]

_good := _given("commercial", "sensorpackage-prd.mdi.securitycenter.microsoft.com", true)

test_complies if _read(_good) == [true]

test_shows_its_evidence if {
	count([observed | observed := package_host.observed with input as _good]) == 1
	count([required | required := package_host.required with input as _good]) == 1
}

_given(cloud, to, open) := {
	"tenant": {"cloud": cloud},
	"path": {"class": "package", "from": "admin01.contoso.com", "to": to, "ports": {"tcp/443": {"open": open}}},
}

test_does_not_comply if _read(_given("commercial", "sensorpackage-prd.mdi.securitycenter.microsoft.com", false)) == [false]

test_was_not_read if _read({"path": {"class": "package"}}) == []

test_without_case if _read(_given("commercial", "SensorPackage-PRD.mdi.securitycenter.microsoft.com", true)) == [true]

test_government_hosts if every cloud in ["gcc", "gcc_high", "dod"] {
	_read(_given(cloud, "sensorpackage-ff.mdi.securitycenter.microsoft.us", true)) == [true]
	_read(_given(cloud, "sensorpackage-fm.mdi.securitycenter.microsoft.us", true)) == [true]
	_read(_given(cloud, "sensorpackage-prd.mdi.securitycenter.microsoft.com", true)) == [false]
}

test_host_of_another_cloud if _read(_given("commercial", "sensorpackage-ff.mdi.securitycenter.microsoft.us", true)) == [false]

test_port_was_not_read if _read(json.remove(_good, ["/path/ports"])) == []

test_cloud_was_not_read if _read(json.remove(_good, ["/tenant/cloud"])) == []

test_applies if {
	_applies(_good) == [true]
	_applies({"path": {"class": "sensor_api"}}) == [false]
	_applies({"path": {}}) == []
}

test_shows_evidence if {
	[observed | observed := package_host.observed with input as _good] == [{"to": "sensorpackage-prd.mdi.securitycenter.microsoft.com", "open": true}]
	[required | required := package_host.required with input as _good] == [{"to": {"sensorpackage-prd.mdi.securitycenter.microsoft.com"}, "open": true}]
}
