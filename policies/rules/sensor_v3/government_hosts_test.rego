package mdi.rules.sensor_v3.government_hosts_test

import data.mdi.rules.sensor_v3.government_hosts

_read(given) := [answer | answer := government_hosts.compliant with input as given]

_applies(given) := [answer | answer := government_hosts.applies with input as given]

_change(patch) := json.patch(_good, patch)

_good := {
	"tenant": {"cloud": "gcc"},
	"server": {"mde": {"connectivity": "streamlined"}},
	"path": {"class": "mde", "to": "gov.endpoint.security.microsoft.us", "resolved": true, "ports": {"tcp/443": {"open": true}, "tcp/80": {"open": false}}},
}

# A path to a revocation list.
_lists := json.patch(_good, [
	{"op": "replace", "path": "/path/class", "value": "pki"},
	{"op": "replace", "path": "/path/to", "value": "crl.microsoft.com"},
	{"op": "replace", "path": "/path/ports", "value": {"tcp/443": {"open": false}, "tcp/80": {"open": true}}},
])

test_complies if {
	_read(_good) == [true]
	_read(_lists) == [true]
}

test_does_not_comply if {
	_read(_change([{"op": "replace", "path": "/path/ports/tcp~1443/open", "value": false}])) == [false]
	_read(json.patch(_lists, [{"op": "replace", "path": "/path/ports/tcp~180/open", "value": false}])) == [false]
}

test_the_name_does_not_resolve if {
	_read(_change([{"op": "replace", "path": "/path/resolved", "value": false}])) == [false]
	_read(_change([{"op": "replace", "path": "/path/resolved", "value": false}, {"op": "remove", "path": "/path/ports"}])) == [false]
}

test_was_not_read if {
	_read(_change([{"op": "remove", "path": "/path/resolved"}])) == []
	_read(_change([{"op": "remove", "path": "/path/ports/tcp~1443"}])) == []
	_read(json.patch(_lists, [{"op": "remove", "path": "/path/ports/tcp~180"}])) == []
}

test_applies if {
	_applies(_good) == [true]
	_applies(_lists) == [true]
}

test_hosts_that_are_nice_to_have_do_not_count if {
	_applies(_change([{"op": "replace", "path": "/path/to", "value": "definitionupdates.microsoft.com"}])) == [false]
	_applies(json.patch(_lists, [{"op": "replace", "path": "/path/to", "value": "go.microsoft.com"}])) == [false]
}

test_other_paths_do_not_apply if {
	_applies(_change([{"op": "replace", "path": "/path/class", "value": "dns"}])) == [false]
	_applies({"path": {"class": "dns"}}) == [false]
}

test_every_government_cloud if {
	every cloud in ["gcc", "gcc_high", "dod"] {
		_applies(_change([{"op": "replace", "path": "/tenant/cloud", "value": cloud}])) == [true]
		_read(_change([{"op": "replace", "path": "/tenant/cloud", "value": cloud}])) == [true]
	}
}

test_other_clouds_have_their_own_rule if {
	every cloud in ["commercial", "other"] {
		_applies(_change([{"op": "replace", "path": "/tenant/cloud", "value": cloud}])) == [false]
		_applies(json.patch(_lists, [{"op": "replace", "path": "/tenant/cloud", "value": cloud}])) == [false]
	}
}

test_a_commercial_host_is_of_no_use if _applies(_change([{"op": "replace", "path": "/path/to", "value": "eu.endpoint.security.microsoft.com"}])) == [false]

test_is_unknown_without if {
	_applies(_change([{"op": "remove", "path": "/tenant/cloud"}])) == []
	_applies(_change([{"op": "remove", "path": "/path/class"}])) == []
	_applies(_change([{"op": "remove", "path": "/path/to"}])) == []
	_applies(json.patch(_lists, [{"op": "remove", "path": "/path/to"}])) == []
}

test_shows_its_evidence if {
	government_hosts.observed == {"to": "crl.microsoft.com", "resolved": true, "port": "tcp/80", "open": true} with input as _lists
	government_hosts.required == {"to": "gov.endpoint.security.microsoft.us", "resolved": true, "port": "tcp/443", "open": true} with input as _good
}
