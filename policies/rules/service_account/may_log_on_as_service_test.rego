package mdi.rules.service_account.may_log_on_as_service_test

import data.mdi.rules.service_account.may_log_on_as_service

_read(given) := [answer | answer := may_log_on_as_service.compliant with input as given]

_applies(given) := [answer | answer := may_log_on_as_service.applies with input as given]

_observed(given) := [answer | answer := may_log_on_as_service.observed with input as given]

_sid := "S-1-5-21-1004336348-1177238915-682003330-1119"

_group := "S-1-5-21-1004336348-1177238915-682003330-1120"

_base := {
	"subject": {"kind": "sensor", "key": "dc01.contoso.com"},
	"spec": {"dsa": {"accounts": {"mdisvc01$@contoso.com": {"serves": {"contoso.com": true}}}}},
	"server": {"domain": "contoso.com", "user_rights": {"SeServiceLogonRight": {"defined_by_policy": true, "principals": {_sid: true}}}},
	"accounts": {"mdisvc01$@contoso.com": {"sid": _sid, "member_of": {_group: true}}},
}

_held_by(principals) := object.union(
	json.remove(_base, ["server/user_rights/SeServiceLogonRight/principals"]),
	{"server": {"user_rights": {"SeServiceLogonRight": {"principals": {principal: true | some principal in principals}}}}},
)

test_complies if _read(_base) == [true]

# EC-74: undefined, held by a group of it, and held by others only.
test_ec74 if {
	_read(object.union(_base, {"server": {"user_rights": {"SeServiceLogonRight": {"defined_by_policy": false}}}})) == [true]
	_read(object.union(_held_by(set()), {"server": {"user_rights": {"SeServiceLogonRight": {"defined_by_policy": false}}}})) == [true]
	_read(_held_by({_group})) == [true]
	_read(_held_by({"S-1-5-80-0"})) == [false]
	_read(_held_by(set())) == [false]
}

test_an_account_that_is_only_planned if {
	_read(json.remove(_held_by({"mdisvc01$@contoso.com"}), ["accounts"])) == [true]
	_read(json.remove(_held_by({"S-1-5-80-0"}), ["accounts"])) == []
}

test_was_not_read if {
	_read(json.remove(_base, ["server/user_rights"])) == []
	_read(json.remove(_base, ["server/user_rights/SeServiceLogonRight/defined_by_policy"])) == []
	_read(json.remove(_base, ["server/user_rights/SeServiceLogonRight/principals"])) == []
	_read(json.remove(_held_by(set()), ["accounts/mdisvc01$@contoso.com/sid"])) == []
	_read(json.remove(_held_by(set()), ["accounts/mdisvc01$@contoso.com/member_of"])) == []
}

test_every_account_counts if {
	given := object.union(_base, {"spec": {"dsa": {"accounts": {"mdisvc02$@contoso.com": {"serves": {"contoso.com": true}}}}}})
	_read(given) == []
	_read(object.union(given, {"accounts": {"mdisvc02$@contoso.com": {"sid": "S-1-5-21-1-2-3-1130", "member_of": {}}}})) == [false]
	_read(object.union(given, {"accounts": {"mdisvc02$@contoso.com": {"sid": "S-1-5-21-1-2-3-1130", "member_of": {_sid: true}}}})) == [true]
}

test_applies_with_a_managed_account if {
	_applies(_base) == [true]
	_applies(object.union(_base, {"server": {"domain": "fabrikam.com"}})) == [false]
	_applies(object.union(json.remove(_base, ["spec"]), {"spec": {"dsa": {"accounts": {"svc@contoso.com": {"serves": {"contoso.com": true}}}}}})) == [false]
	_applies(json.remove(_base, ["server/domain"])) == []
}

test_shows_its_evidence if {
	_observed(_base) == [{"defined_by_policy": true, "principals": {_sid: true}}]
	may_log_on_as_service.required == {"mdisvc01$@contoso.com": _sid} with input as _base
	may_log_on_as_service.required == {"mdisvc01$@contoso.com": "not read"} with input as json.remove(_base, ["accounts/mdisvc01$@contoso.com/sid"])
}
