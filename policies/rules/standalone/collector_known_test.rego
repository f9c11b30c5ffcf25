package mdi.rules.standalone.collector_known_test

import data.mdi.rules.standalone.collector_known

_read(given) := [answer | answer := collector_known.compliant with input as given]

_given := {
	"subject": {"kind": "server", "key": "dc01.contoso.com"},
	"sensors": {"sa01.contoso.com": {"event_source": "wef"}},
	"server": {
		"services": {"winrm": {"state": "running"}},
		"wef": {"subscription_managers": {"Server=http://SA01.contoso.com:5985/wsman/SubscriptionManager/WEC,Refresh=10": true}},
	},
	"paths": {"dc01.contoso.com->sa01.contoso.com": {"ports": {"tcp/5985": {"open": true}}}},
}

_change(path, value) := json.patch(_given, [{"op": "add", "path": path, "value": value}])

_applies(given) := [answer | answer := collector_known.applies with input as given]

test_complies if _read(_given) == [true]

test_the_service_is_stopped if _read(_change("/server/services/winrm/state", "stopped")) == [false]

test_another_manager if {
	_read(_change("/server/wef/subscription_managers", {})) == [false]
	_read(_change("/server/wef/subscription_managers", {"Server=http://sa02.contoso.com:5985/wsman/SubscriptionManager/WEC": true})) == [false]
	_read(_change("/server/wef/subscription_managers", {"Server=http://sa01.contoso.com:5986/wsman/SubscriptionManager/WEC": true})) == [false]
	_read(_change("/server/wef/subscription_managers", {"Server=http://sa01.contoso.com:5985/wsman/SubscriptionManager/WECX": true})) == [false]
}

test_the_order_of_settings_is_free if _read(_change("/server/wef/subscription_managers", {"Refresh=60, Server=http://sa01.contoso.com:5985/wsman/SubscriptionManager/WEC": true})) == [true]

test_the_port_is_closed if _read(_change("/paths/dc01.contoso.com->sa01.contoso.com/ports/tcp~15985/open", false)) == [false]

test_was_not_read if {
	_read(json.remove(_given, ["server/services"])) == []
	_read(json.remove(_given, ["server/wef"])) == []
	_read(json.remove(_given, ["paths"])) == []
	_read(json.remove(_given, ["paths/dc01.contoso.com->sa01.contoso.com/ports/tcp~15985/open"])) == []
}

test_another_port_or_way if {
	_read(_change("/paths/dc01.contoso.com->sa01.contoso.com/ports", {"tcp/5986": {"open": true}})) == []
	_read(json.patch(_given, [{"op": "move", "from": "/paths/dc01.contoso.com->sa01.contoso.com", "path": "/paths/sa01.contoso.com->dc01.contoso.com"}])) == []
}

test_every_collector_counts if {
	two := {"op": "add", "path": "/sensors/sa02.contoso.com", "value": {"event_source": "wef"}}
	manager := {"op": "add", "path": "/server/wef/subscription_managers/Server=http:~1~1sa02.contoso.com:5985~1wsman~1SubscriptionManager~1WEC", "value": true}
	_read(json.patch(_given, [two])) == [false]
	_read(json.patch(_given, [two, manager])) == []
	_read(json.patch(_given, [two, manager, {"op": "add", "path": "/paths/dc01.contoso.com->sa02.contoso.com", "value": {"ports": {"tcp/5985": {"open": true}}}}])) == [true]
}

test_applies if {
	_applies(_given) == [true]
	_applies(_change("/sensors/sa01.contoso.com/event_source", "siem")) == [false]
	_applies(json.remove(_given, ["sensors/sa01.contoso.com/event_source"])) == []
}

test_shows_its_evidence if {
	collector_known.observed == {"winrm": "running", "not_named": {"sa01.contoso.com"}, "closed": set()} with input as _change("/server/wef/subscription_managers", {})
	collector_known.required == {"winrm": "running", "managers": {"server=http://sa01.contoso.com:5985/wsman/subscriptionmanager/wec"}} with input as _given
}
