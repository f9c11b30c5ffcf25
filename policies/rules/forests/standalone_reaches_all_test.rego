package mdi.rules.forests.standalone_reaches_all_test

import data.mdi.rules.forests.standalone_reaches_all

_read(given) := [answer | answer := standalone_reaches_all.compliant with input as given]

_applies(given) := [answer | answer := standalone_reaches_all.applies with input as given]

_observed(given) := [answer | answer := standalone_reaches_all.observed with input as given]

_base := {
	"subject": {"kind": "path", "key": "sa01.contoso.com->dc09.fabrikam.com"},
	"spec": {},
	"path": {"class": "remote_forest", "ports": {"tcp/389": {"open": true}, "tcp/636": {"open": false}}},
}

test_complies if _read(_base) == [true]

test_does_not_comply if _read(object.union(_base, {"path": {"ports": {"tcp/389": {"open": false}, "tcp/636": {"open": true}}}})) == [false]

test_was_not_read if {
	_read(json.remove(_base, ["path/ports"])) == []
	_read(json.remove(_base, ["path/ports/tcp~1389"])) == []
}

test_applies_to_controllers_of_any_forest if {
	_applies(_base) == [true]
	_applies(object.union(_base, {"path": {"class": "domain_controller"}})) == [true]
	_applies(object.union(_base, {"path": {"class": "time"}})) == [false]
	_applies(json.remove(_base, ["path/class"])) == []
}

test_shows_its_evidence if {
	count(_observed(_base)) == 1
	count([required | required := standalone_reaches_all.required with input as _base]) == 1
}
