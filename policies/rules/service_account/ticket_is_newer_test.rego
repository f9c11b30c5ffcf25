package mdi.rules.service_account.ticket_is_newer_test

import data.mdi.rules.service_account.ticket_is_newer

_read(given) := [answer | answer := ticket_is_newer.compliant with input as given]

_applies(given) := [answer | answer := ticket_is_newer.applies with input as given]

_observed(given) := [answer | answer := ticket_is_newer.observed with input as given]

_group := "S-1-5-21-1004336348-1177238915-682003330-1121"

_other := "S-1-5-21-1004336348-1177238915-682003330-1122"

_sid := "S-1-5-21-1004336348-1177238915-682003330-1001"

_base := {
	"run": {"now": "2026-11-24T09:00:00Z"},
	"subject": {"kind": "sensor", "key": "dc01.contoso.com"},
	"spec": {"dsa": {"accounts": {"mdisvc01$@contoso.com": {"serves": {"contoso.com": true}}}}},
	"server": {"domain": "contoso.com", "sid": _sid, "member_of": {_group: true}, "booted_at": "2026-11-24T08:00:00Z"},
	"accounts": {"mdisvc01$@contoso.com": {"password_readers": {_group: true}}},
	"domain": {"groups": {_group: {"members_changed_at": "2026-11-24T07:00:00Z"}}},
}

_changed(at) := object.union(_base, {"domain": {"groups": {_group: {"members_changed_at": at}}}})

_booted(at) := object.union(_base, {"server": {"booted_at": at}})

_ticket(at) := object.union(_booted("2026-10-25T03:10:00Z"), {"server": {"system_ticket_at": at}})

# EC-72 and 80
test_ec72_by_start if {
	_read(_base) == [true]
	_read(_booted("2026-10-25T03:10:00Z")) == [false]
	_read(_booted("2026-11-24T07:00:01Z")) == [true]
	_read(_booted("2026-11-24T07:00:00Z")) == [false]
}

test_by_ticket if {
	_read(_ticket("2026-11-24T07:00:01Z")) == [true]
	_read(_ticket("2026-11-24T07:00:00Z")) == [false]
	_read(json.remove(_ticket("2026-11-24T07:00:01Z"), ["server/booted_at"])) == [true]
	_read(json.remove(_ticket("2026-11-24T07:00:00Z"), ["server/booted_at"])) == [false]
}

test_ec72_by_age if {
	_read(object.union(_changed("2026-11-23T22:00:00Z"), {"server": {"booted_at": "2026-10-25T03:10:00Z"}})) == [true]
	_read(object.union(_changed("2026-11-23T23:00:00Z"), {"server": {"booted_at": "2026-10-25T03:10:00Z"}})) == [true]
	_read(object.union(_changed("2026-11-23T23:00:01Z"), {"server": {"booted_at": "2026-10-25T03:10:00Z"}})) == [false]
	_read(json.remove(_changed("2026-11-23T22:00:00Z"), ["server/booted_at"])) == [true]
}

test_was_not_read if {
	_read(json.remove(_base, ["server/booted_at"])) == []
	_read(json.remove(_base, ["domain"])) == []
	_read(json.remove(_booted("2026-10-25T03:10:00Z"), ["domain"])) == []
}

test_one_of_two_groups_is_enough if {
	given := object.union(_booted("2026-10-25T03:10:00Z"), {
		"server": {"member_of": {_other: true}},
		"accounts": {"mdisvc01$@contoso.com": {"password_readers": {_other: true}}},
	})
	_read(given) == []
	_read(object.union(given, {"domain": {"groups": {_other: {"members_changed_at": "2026-11-01T00:00:00Z"}}}})) == [true]
	_read(object.union(given, {"domain": {"groups": {_other: {"members_changed_at": "2026-11-24T06:00:00Z"}}}})) == [false]
}

test_every_account_counts if {
	given := object.union(_base, {
		"spec": {"dsa": {"accounts": {"mdisvc02$@contoso.com": {"serves": {"contoso.com": true}}}}},
		"server": {"member_of": {_other: true}},
		"accounts": {"mdisvc02$@contoso.com": {"password_readers": {_other: true}}},
	})
	_read(given) == []
	_read(object.union(given, {"domain": {"groups": {_other: {"members_changed_at": "2026-11-24T08:30:00Z"}}}})) == [false]
	_read(object.union(given, {"domain": {"groups": {_other: {"members_changed_at": "2026-11-24T07:30:00Z"}}}})) == [true]
}

test_applies_to_members_of_a_group if {
	_applies(_base) == [true]
	_applies(object.union(_base, {"accounts": {"mdisvc01$@contoso.com": {"password_readers": {_sid: true}}}})) == [false]
	_applies(object.union(json.remove(_base, ["server/member_of"]), {"server": {"member_of": {}}})) == [false]
	_applies(object.union(_base, {"server": {"domain": "fabrikam.com"}})) == [false]
	_applies(json.remove(_base, ["server/member_of"])) == []
	_applies(json.remove(_base, ["server/domain"])) == []
	_applies(json.remove(_base, ["server/sid"])) == []
	_applies(json.remove(_base, ["accounts"])) == []
}

test_a_user_account_needs_no_ticket if _applies(object.union(json.remove(_base, ["spec"]), {"spec": {"dsa": {"accounts": {"svc@contoso.com": {"serves": {"contoso.com": true}}}}}})) == [false]

test_shows_its_evidence if {
	_observed(_base) == [{"changed": {_group: "2026-11-24T07:00:00Z"}, "booted": "2026-11-24T08:00:00Z", "ticket": "not read"}]
	_observed(json.remove(_ticket("2026-11-24T08:30:00Z"), ["server/booted_at"])) == [{"changed": {_group: "2026-11-24T07:00:00Z"}, "booted": "not read", "ticket": "2026-11-24T08:30:00Z"}]
	_observed(object.union(_base, {"domain": {"groups": {_other: {"members_changed_at": "2026-11-24T06:00:00Z"}}}})) == _observed(_base)
	ticket_is_newer.required == "a ticket after the change, or a change 36000 seconds ago" with input as _base
}
