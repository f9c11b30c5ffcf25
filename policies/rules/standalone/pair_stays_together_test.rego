package mdi.rules.standalone.pair_stays_together_test

import data.mdi.rules.standalone.pair_stays_together

_read(given) := [answer | answer := pair_stays_together.compliant with input as given]

_given := {
	"sensor": {"mirror": {"dcs": {"dc01.contoso.com": true}}},
	"server": {"virtual": true, "vm": {"host": "esx07", "pinned_to_host": true}},
	"servers": {"dc01.contoso.com": {"virtual": true, "vm": {"host": "ESX07", "pinned_to_host": true}}},
}

_change(path, value) := json.patch(_given, [{"op": "add", "path": path, "value": value}])

_applies(given) := [answer | answer := pair_stays_together.applies with input as given]

test_complies if _read(_given) == [true]

test_one_of_them_may_move if {
	_read(_change("/server/vm/pinned_to_host", false)) == [false]
	_read(_change("/servers/dc01.contoso.com/vm/pinned_to_host", false)) == [false]
	_read(json.remove(_change("/server/vm/pinned_to_host", false), ["servers/dc01.contoso.com/vm/pinned_to_host"])) == [false]
}

test_no_pair if {
	moving := [{"op": "replace", "path": "/server/vm/pinned_to_host", "value": false}]
	_read(json.patch(_change("/servers/dc01.contoso.com/vm/host", "esx08"), moving)) == [true]
	_read(json.patch(_change("/servers/dc01.contoso.com", {"virtual": false}), moving)) == [true]
}

test_names_of_hosts_in_any_case if {
	_read(json.patch(_change("/server/vm/host", "ESX07"), [{"op": "replace", "path": "/servers/dc01.contoso.com/vm/host", "value": "esx07"}])) == [true]
	apart := [{"op": "replace", "path": "/server/vm/pinned_to_host", "value": false}, {"op": "replace", "path": "/servers/dc01.contoso.com/vm/host", "value": "esx07"}]
	_read(json.patch(_change("/server/vm/host", "ESX07"), apart)) == [false]
	_read(_change("/server/vm/pinned_to_host", false)) == [false]
}

test_others_may_move if {
	other := {"op": "add", "path": "/servers/dc02.contoso.com", "value": {"virtual": true, "vm": {"host": "esx07", "pinned_to_host": false}}}
	_read(json.patch(_given, [other])) == [true]
	two := {"op": "add", "path": "/sensor/mirror/dcs/dc02.contoso.com", "value": true}
	_read(json.patch(_given, [other, two, {"op": "replace", "path": "/servers/dc02.contoso.com/vm/host", "value": "esx08"}])) == [true]
	_read(_change("/servers/dc02.contoso.com", {"virtual": true, "vm": {"host": "esx07", "pinned_to_host": true}})) == [true]
	pair_stays_together.observed.on_the_same_host == {"dc01.contoso.com": true} with input as json.patch(_given, [other])
}

test_was_not_read if {
	_read(json.remove(_given, ["server/vm/host"])) == []
	_read(json.remove(_given, ["server/vm/pinned_to_host"])) == []
	_read(json.remove(_given, ["servers"])) == []
	_read(json.remove(_given, ["servers/dc01.contoso.com/virtual"])) == []
	_read(json.remove(_given, ["servers/dc01.contoso.com/vm/host"])) == []
	_read(json.remove(_given, ["servers/dc01.contoso.com/vm/pinned_to_host"])) == []
	_read(json.remove(_given, ["sensor"])) == []
}

test_every_controller_counts if {
	two := {"op": "add", "path": "/sensor/mirror/dcs/dc02.contoso.com", "value": true}
	_read(json.patch(_given, [two])) == []
	_read(json.patch(_given, [two, {"op": "add", "path": "/servers/dc02.contoso.com", "value": {"virtual": false}}])) == [true]
	_read(json.patch(_given, [two, {"op": "add", "path": "/servers/dc02.contoso.com", "value": {"virtual": true, "vm": {"host": "esx07", "pinned_to_host": false}}}])) == [false]
	_read(json.patch(_given, [two, {"op": "add", "path": "/servers/dc02.contoso.com", "value": {"virtual": true, "vm": {"host": "esx07"}}}])) == []
}

test_applies if {
	_applies(_given) == [true]
	_applies(_change("/server/virtual", false)) == [false]
	_applies(json.remove(_given, ["server/virtual"])) == []
}

test_shows_its_evidence if {
	pair_stays_together.observed == {"host": "esx07", "pinned": false, "on_the_same_host": {"dc01.contoso.com": true}} with input as _change("/server/vm/pinned_to_host", false)
	is_string(pair_stays_together.required) with input as _given
}
