package mdi.rules.standalone.logs_readable_test

import data.mdi.rules.standalone.logs_readable

_read(given) := [answer | answer := logs_readable.compliant with input as given]

_given := {
	"sensors": {"sa01.contoso.com": {"event_source": "wef"}},
	"domain": {"groups": {"S-1-5-32-573": {"members": {"S-1-5-20": true}, "members_changed_at": "2026-11-20T07:00:00Z"}}},
	"server": {"booted_at": "2026-11-20T07:00:01Z"},
}

_change(path, value) := json.patch(_given, [{"op": "add", "path": path, "value": value}])

_applies(given) := [answer | answer := logs_readable.applies with input as given]

test_complies if _read(_given) == [true]

test_no_member if {
	_read(_change("/domain/groups/S-1-5-32-573/members", {"S-1-5-18": true})) == [false]
	_read(_change("/domain/groups/S-1-5-32-573/members", {})) == [false]
	_read(json.remove(_change("/domain/groups/S-1-5-32-573/members", {}), ["server/booted_at"])) == [false]
}

test_not_restarted_since if {
	_read(_change("/server/booted_at", "2026-11-20T07:00:00Z")) == [false]
	_read(_change("/server/booted_at", "2026-10-01T00:00:00Z")) == [false]
}

test_was_not_read if {
	_read(json.remove(_given, ["domain/groups"])) == []
	_read(json.remove(_given, ["domain/groups/S-1-5-32-573/members"])) == []
	_read(json.remove(_given, ["domain/groups/S-1-5-32-573/members_changed_at"])) == []
	_read(json.remove(_given, ["server/booted_at"])) == []
}

test_another_group if _read(json.patch(_given, [{"op": "move", "from": "/domain/groups/S-1-5-32-573", "path": "/domain/groups/S-1-5-32-574"}])) == []

test_applies if {
	_applies(_given) == [true]
	_applies(_change("/sensors/sa01.contoso.com/event_source", "siem")) == [false]
	_applies(json.remove(_given, ["sensors/sa01.contoso.com/event_source"])) == []
	_applies(json.remove(_given, ["sensors"])) == []
}

test_several_sensors_watch if {
	siem := _change("/sensors/sa01.contoso.com/event_source", "siem")
	_applies(json.patch(siem, [{"op": "add", "path": "/sensors/sa02.contoso.com", "value": {"event_source": "wef"}}])) == [true]
	_applies(json.patch(siem, [{"op": "add", "path": "/sensors/sa02.contoso.com", "value": {}}])) == []
	_applies(json.patch(siem, [{"op": "add", "path": "/spec", "value": {"server": {"mirrored_by": {"sa02.contoso.com": true}}}}])) == []
	_applies(json.patch(siem, [{"op": "add", "path": "/spec", "value": {"server": {"mirrored_by": {"sa01.contoso.com": true}}}}])) == [false]
	_applies(_change("/sensors", {})) == []
}

test_shows_its_evidence if {
	logs_readable.observed == {"is_member": true, "members_changed_at": "2026-11-20T07:00:00Z", "booted_at": "2026-11-20T07:00:01Z"} with input as _given
	is_string(logs_readable.required) with input as _given
}
