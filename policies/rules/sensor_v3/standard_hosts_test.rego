package mdi.rules.sensor_v3.standard_hosts_test

import data.mdi.rules.sensor_v3.standard_hosts

_read(given) := [answer | answer := standard_hosts.compliant with input as given]

_applies(given) := [answer | answer := standard_hosts.applies with input as given]

_change(patch) := json.patch(_good, patch)

_path(host) := {"class": "mde", "to": host, "ports": {"tcp/443": {"open": true}}}

# The geography with the shortest list; one host may stand for a pattern.
_hosts := {
	"events.data.microsoft.com", "uae.events.data.microsoft.com", "x.wdcp.microsoft.com", "x.wd.microsoft.com", "ecs.office.com",
	"winatp-gw-aec0a.microsoft.com", "winatp-gw-aen0a.microsoft.com",
	"automatedirstrprdaen0a.blob.core.windows.net", "automatedirstrprdaec0a.blob.core.windows.net",
}

_good := {
	"tenant": {"mde_geography": "uae"},
	"server": {"mde": {"connectivity": "standard"}},
	"paths": object.union({host: _path(host) | some host in _hosts}, {"list": {"class": "pki", "to": "crl.microsoft.com"}}),
}

test_complies if _read(_good) == [true]

test_each_host_counts if {
	every host in _hosts {
		_read(_change([{"op": "replace", "path": sprintf("/paths/%s/ports/tcp~1443/open", [host]), "value": false}])) == [false]
	}
}

test_a_pattern_is_open_where_all_its_hosts_are if _read(_change([{"op": "add", "path": "/paths/y.wd.microsoft.com", "value": {"class": "mde", "to": "y.wd.microsoft.com", "ports": {"tcp/443": {"open": false}}}}])) == [false]

test_a_shut_host_is_a_fail_whatever_else_is_unknown if _read(_change([
	{"op": "replace", "path": "/paths/ecs.office.com/ports/tcp~1443/open", "value": false},
	{"op": "remove", "path": "/paths/x.wd.microsoft.com"},
])) == [false]

test_each_host_is_tried if {
	every host in _hosts {
		_read(_change([{"op": "remove", "path": sprintf("/paths/%s", [host])}])) == []
		_read(_change([{"op": "remove", "path": sprintf("/paths/%s/ports", [host])}])) == []
	}
}

test_a_path_that_nobody_named if {
	_read(_change([{"op": "remove", "path": "/paths/list/class"}])) == []
	_read(_change([{"op": "remove", "path": "/paths/list/to"}])) == []
}

test_a_path_of_another_class_is_no_answer if _read(_change([{"op": "replace", "path": "/paths/ecs.office.com/class", "value": "pki"}])) == []

test_was_not_read if {
	_read(_change([{"op": "remove", "path": "/paths"}])) == []
	_read(_change([{"op": "remove", "path": "/tenant"}])) == []
}

test_a_geography_without_a_list if _read(_change([{"op": "replace", "path": "/tenant/mde_geography", "value": "ch"}])) == []

_required(geography) := wanted if {
	wanted := standard_hosts.required with input as _change([{"op": "replace", "path": "/tenant/mde_geography", "value": geography}])
}

# The hosts of a geography, by the names of its regions and stores.
_named(events, regions, stores) := union({
	{"events.data.microsoft.com", "*.events.data.microsoft.com", "*.wdcp.microsoft.com", "*.wd.microsoft.com", "ecs.office.com"},
	{sprintf("%s-v20.events.data.microsoft.com", [name]) | some name in events},
	{sprintf("winatp-gw-%s.microsoft.com", [name]) | some name in regions},
	{sprintf("automatedirstrprd%s.blob.core.windows.net", [name]) | some name in regions},
	{sprintf("%sprod.blob.core.windows.net", [name]) | some name in stores},
})

test_the_lists_are_whole if {
	_required("us") == _named({"us"}, {"cus", "eus", "cus3", "eus3"}, {sprintf("%s%s", [store, side]) |
		some store in {"ussus1", "ussus2", "ussus3", "ussus4", "wsus1", "wsus2"}
		some side in {"east", "west"}
	})
	_required("eu") == _named({"eu"}, {"neu", "weu", "neu3", "weu3"}, {"usseu1north", "wseu1north", "usseu1west", "wseu1west"})
	_required("uk") == _named({"uk"}, {"uks", "ukw"}, {"ussuk1south", "wsuk1south", "ussuk1west", "wsuk1west"})
	_required("au") == _named({"au"}, {"aue", "aus"}, {"ussau1southeast", "ussau1east"})
	_required("uae") == _named(set(), {"aec0a", "aen0a"}, set())
}

test_applies_to_the_standard_package if {
	_applies(_good) == [true]
	_applies(_change([{"op": "replace", "path": "/server/mde/connectivity", "value": "streamlined"}])) == [false]
	_applies(_change([{"op": "replace", "path": "/tenant/mde_geography", "value": "us_gov"}])) == [false]
	_applies(_change([{"op": "remove", "path": "/server/mde/connectivity"}])) == []
	_applies(_change([{"op": "remove", "path": "/tenant/mde_geography"}])) == []
}

test_shows_its_evidence if {
	standard_hosts.observed == {"geography": "uae", "closed": set(), "not tried": set()} with input as _good
	given := _change([
		{"op": "replace", "path": "/paths/ecs.office.com/ports/tcp~1443/open", "value": false},
		{"op": "remove", "path": "/paths/x.wd.microsoft.com"},
	])
	standard_hosts.observed == {"geography": "uae", "closed": {"ecs.office.com"}, "not tried": {"*.wd.microsoft.com"}} with input as given
}
