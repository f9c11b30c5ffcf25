package mdi.rules.service_account.sensor_can_bind_test

import data.mdi.rules.service_account.sensor_can_bind

_read(given) := [answer | answer := sensor_can_bind.compliant with input as given]

_applies(given) := [answer | answer := sensor_can_bind.applies with input as given]

_observed(given) := [answer | answer := sensor_can_bind.observed with input as given]

_sid := "S-1-5-21-1004336348-1177238915-682003330-1119"

_group := "S-1-5-21-1004336348-1177238915-682003330-1121"

_server := "S-1-5-21-1004336348-1177238915-682003330-1001"

# A controller, and a managed account whose password it may read.
_base := {
	"run": {"now": "2026-11-24T09:00:00Z"},
	"subject": {"kind": "sensor", "key": "dc01.contoso.com"},
	"spec": {},
	"workspace": {"dsa_entries": {"mdisvc01$@contoso.com": {"domain_name": "contoso.com", "type": "gmsa"}}},
	"accounts": {"mdisvc01$@contoso.com": {
		"exists": true,
		"enabled": true,
		"locked": false,
		"domain": "contoso.com",
		"sid": _sid,
		"member_of": {},
		"password_last_set_at": "2026-11-24T09:00:00Z",
		"password_readers": {_group: true},
	}},
	"forest": {
		"domains": {"contoso.com": true},
		"dc_count": 3,
		"kds_root_keys": {"4c1c0f0e-7d0b-4b0e-8a0c-3f2f7a1f9b11": {"created_at": "2026-11-23T23:00:00Z", "effective_at": "2026-11-24T09:00:00Z"}},
	},
	"server": {
		"domain": "contoso.com",
		"sid": _server,
		"member_of": {_group: true},
		"user_rights": {"SeServiceLogonRight": {"defined_by_policy": true, "principals": {"S-1-5-80-0": true, _sid: true}}},
	},
}

_account(facts) := object.union(_base, {"accounts": {"mdisvc01$@contoso.com": facts}})

_without(path) := json.remove(_base, [sprintf("accounts/mdisvc01$@contoso.com/%s", [path])])

_read_by(principals) := object.union(_without("password_readers"), {"accounts": {"mdisvc01$@contoso.com": {"password_readers": {principal: true | some principal in principals}}}})

_right(principals) := object.union(
	json.remove(_base, ["server/user_rights/SeServiceLogonRight/principals"]),
	{"server": {"user_rights": {"SeServiceLogonRight": {"principals": {principal: true | some principal in principals}}}}},
)

_tried(answer, given) := object.union(given, {"server": {"gmsa_usable": {"mdisvc01$@contoso.com": answer}}})

_key(facts) := object.union(_base, {"forest": {"kds_root_keys": {"4c1c0f0e-7d0b-4b0e-8a0c-3f2f7a1f9b11": facts}}})

_user(facts) := object.union(json.remove(_base, ["workspace", "accounts"]), {
	"workspace": {"dsa_entries": {"svc@contoso.com": {"domain_name": "contoso.com", "type": "user"}}},
	"accounts": {"svc@contoso.com": object.union({"exists": true, "enabled": true, "locked": false, "domain": "contoso.com"}, facts)},
})

test_complies if _read(_base) == [true]

test_the_account if {
	_read(_account({"exists": false})) == [false]
	_read(_account({"enabled": false})) == [false]
	_read(_account({"locked": true})) == [false]
}

test_no_trust_is_needed_at_home if _read(object.union(_base, {"forest": {"trusts": {}}})) == [true]

# What is said of the password of one kind of account says nothing about the other.
test_each_kind_has_its_password if {
	_read(object.union(_read_by(set()), {"accounts": {"mdisvc01$@contoso.com": {"password_expires": false}}})) == [false]
	_read(_account({"password_expires": true, "password_expires_at": "2026-11-01T00:00:00Z"})) == [true]
	_read(_user({"password_expires": false, "password_readers": {}, "password_last_set_at": "2026-11-01T00:00:00Z"})) == [true]
	_read(_user({"password_expires": false, "password_expires_at": "2026-11-01T00:00:00Z"})) == [true]
	_read(object.union(_user({"password_expires": false}), {"server": {"gmsa_usable": {"svc@contoso.com": false}}})) == [true]
}

test_the_domain if {
	_read(_account({"domain": "adatum.com"})) == []
	_read(object.union(_account({"domain": "fabrikam.com"}), {"forest": {"trusts": {}}})) == [false]
	_read(object.union(_account({"domain": "fabrikam.com"}), {"forest": {"trusts": {"fabrikam.com": {"direction": "inbound", "kerberos": true}}}})) == [false]
	_read(object.union(_account({"domain": "fabrikam.com"}), {"forest": {"trusts": {"fabrikam.com": {"direction": "outbound", "kerberos": true}}}})) == [true]
	_read(json.remove(object.union(_account({"domain": "fabrikam.com"}), {"forest": {"trusts": {"fabrikam.com": {"direction": "outbound", "kerberos": true}}}}), ["forest/domains"])) == []
}

# EC-70 and 71: by the list and the groups, nested ones included.
test_ec70_the_password_of_a_managed_account if {
	_read(_read_by({_server})) == [true]
	_read(_read_by({"S-1-5-21-1-2-3-516"})) == [false]
	_read(_read_by(set())) == [false]
	_read(_account({"password_last_set_at": "2026-11-24T09:00:01Z"})) == [false]
}

# EC-69
test_ec69_the_root_key if {
	_read(_key({"created_at": "2026-11-23T23:00:01Z"})) == [false]
	_read(_key({"effective_at": "2026-11-24T09:00:01Z"})) == [false]
	_read(object.union(_key({"created_at": "2026-11-24T08:59:00Z"}), {"forest": {"dc_count": 1}})) == [true]
	_read(object.union(json.remove(_base, ["forest/kds_root_keys"]), {"forest": {"kds_root_keys": {}}})) == [false]
}

test_what_was_tried_counts_more if {
	_read(_tried(true, _read_by(set()))) == [true]
	_read(_tried(false, _base)) == [false]
	_read(_tried(true, json.remove(_base, ["forest/kds_root_keys"]))) == [true]
}

# EC-68: a password that ended a second ago.
test_ec68_the_password_of_a_user if {
	_read(_user({"password_expires": false})) == [true]
	_read(_user({"password_expires": true, "password_expires_at": "2026-11-24T09:00:01Z"})) == [true]
	_read(_user({"password_expires": true, "password_expires_at": "2026-11-24T09:00:00Z"})) == [false]
	_read(_user({"password_expires": true, "password_expires_at": "2026-11-24T08:59:59Z"})) == [false]
	_read(_user({"password_expires": true})) == []
	_read(_user({})) == []
}

# EC-74
test_ec74_the_right if {
	_read(_right({"S-1-5-80-0"})) == [false]
	_read(_right({_sid})) == [false]
	_read(object.union(_right(set()), {"server": {"user_rights": {"SeServiceLogonRight": {"defined_by_policy": false}}}})) == [true]
	_read(object.union(_right({"S-1-5-80-0", _group}), {"accounts": {"mdisvc01$@contoso.com": {"member_of": {_group: true}}}})) == [true]
	_read(_user({"password_expires": false, "sid": "S-1-5-21-1-2-3-1190", "member_of": {}})) == [true]
}

test_one_entry_is_enough if {
	given := object.union(_base, {
		"workspace": {"dsa_entries": {"old@contoso.com": {"domain_name": "contoso.com", "type": "user"}}},
		"accounts": {"old@contoso.com": {"exists": false}},
	})
	_read(given) == [true]
	_read(object.union(given, {"accounts": {"mdisvc01$@contoso.com": {"enabled": false}}})) == [false]
	_read(object.union(given, {"accounts": {"mdisvc01$@contoso.com": {"enabled": false}, "old@contoso.com": {"exists": true}}})) == []
}

test_was_not_read if {
	_read(json.remove(_base, ["accounts"])) == []
	_read(json.remove(_base, ["forest"])) == []
	_read(json.remove(_base, ["forest/kds_root_keys"])) == []
	_read(json.remove(_base, ["forest/dc_count"])) == []
	_read(json.remove(_base, ["server/sid"])) == []
	_read(json.remove(_base, ["server/member_of"])) == []
	_read(json.remove(_base, ["server/user_rights"])) == []
	_read(json.remove(_base, ["server/user_rights/SeServiceLogonRight/principals"])) == []
	_read(_without("exists")) == []
	_read(_without("enabled")) == []
	_read(_without("locked")) == []
	_read(_without("domain")) == []
	_read(_without("password_readers")) == []
	_read(_without("password_last_set_at")) == []
}

test_applies_where_there_is_an_entry if {
	_applies(_base) == [true]
	_applies(object.union(json.remove(_base, ["workspace"]), {"workspace": {"dsa_entries": {}}})) == [false]
	_applies(json.remove(_base, ["workspace"])) == []
}

test_says_what_stands_against_it if _observed(_account({"enabled": false})) == [{"mdisvc01$@contoso.com": {"account": false, "domain": true, "password": true, "right": true}}]

test_shows_its_evidence if {
	count(_observed(_base)) == 1
	count([required | required := sensor_can_bind.required with input as _base]) == 1
}
