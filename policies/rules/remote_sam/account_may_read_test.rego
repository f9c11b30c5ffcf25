package mdi.rules.remote_sam.account_may_read_test

import data.mdi.rules.remote_sam.account_may_read

_read(given) := [answer | answer := account_may_read.compliant with input as given]

_z := "00000000-0000-0000-0000-000000000000"

_ace(type, mask, sid) := {"type": type, "mask": mask, "sid": sid, "flags": 0, "object_type": _z, "inherited_object_type": _z}

_given := {
	"spec": {"remote_sam": "legacy", "dsa": {"accounts": {"mdisvc01$@contoso.com": {"serves": {"contoso.com": true}}}}},
	"accounts": {"mdisvc01$@contoso.com": {"sid": "S-1-5-21-1004336348-1177238915-682003330-1119", "member_of": {"S-1-5-21-1004336348-1177238915-682003330-1120": true}}},
	"server": {
		"domain": "contoso.com",
		"roles": {"dc": false, "rodc": false},
		"registry": {"restrict_remote_sam": {"present": true, "type": "sz", "value": "O:BAG:BAD:(A;;RC;;;BA)(A;;RC;;;S-1-5-21-1004336348-1177238915-682003330-1119)"}},
		"remote_sam_access": {"1": _ace("allow", 131072, "S-1-5-32-544"), "2": _ace("allow", 131072, "S-1-5-21-1004336348-1177238915-682003330-1119")},
	},
}

_change(path, value) := json.patch(_given, [{"op": "add", "path": path, "value": value}])

_applies(given) := [answer | answer := account_may_read.applies with input as given]

test_complies if _read(_given) == [true]

# c82: an example in circulation names Administrators twice and no account.
test_c82_administrators_twice if _read(_change("/server/remote_sam_access/2", _ace("allow", 131072, "S-1-5-32-544"))) == [false]

test_administrators_left_out if _read(json.remove(_given, ["server/remote_sam_access/1"])) == [false]

test_was_not_read if {
	_read(json.remove(_given, ["server/remote_sam_access"])) == []
	_read(json.remove(_given, ["server/registry/restrict_remote_sam/value"])) == []
	_read(json.remove(_given, ["server/registry/restrict_remote_sam/type"])) == []
	_read(json.remove(_given, ["accounts/mdisvc01$@contoso.com/sid"])) == []
	_read(json.remove(_given, ["accounts/mdisvc01$@contoso.com/member_of"])) == []
}

test_through_a_group if _read(_change("/server/remote_sam_access/2", _ace("allow", 131072, "S-1-5-21-1004336348-1177238915-682003330-1120"))) == [true]

test_more_than_that if _read(_change("/server/remote_sam_access/2", _ace("allow", 983551, "S-1-5-21-1004336348-1177238915-682003330-1119"))) == [true]

test_another_right if _read(_change("/server/remote_sam_access/2", _ace("allow", 65536, "S-1-5-21-1004336348-1177238915-682003330-1119"))) == [false]

test_others_beside_them if _read(_change("/server/remote_sam_access/3", _ace("allow", 131072, "S-1-5-21-1004336348-1177238915-682003330-1500"))) == [true]

test_a_refusal if {
	_read(_change("/server/remote_sam_access/3", _ace("deny", 131072, "S-1-5-21-1004336348-1177238915-682003330-1119"))) == [false]
	_read(_change("/server/remote_sam_access/3", _ace("deny", 131072, "S-1-5-21-1004336348-1177238915-682003330-1500"))) == [true]
}

test_owner_and_group if {
	_read(_change("/server/registry/restrict_remote_sam/value", "O:S-1-5-32-544G:S-1-5-32-544D:(A;;RC;;;BA)")) == [true]
	_read(_change("/server/registry/restrict_remote_sam/value", "O:SYG:BAD:(A;;RC;;;BA)")) == [false]
	_read(_change("/server/registry/restrict_remote_sam/value", "O:BAG:SYD:(A;;RC;;;BA)")) == [false]
	_read(_change("/server/registry/restrict_remote_sam/value", "XO:BAG:BAD:(A;;RC;;;BA)")) == [false]
}

test_not_a_text if _read(_change("/server/registry/restrict_remote_sam/type", "expand_sz")) == [false]

test_another_account_is_unknown if _read(_change("/spec/dsa/accounts/svc-mdi@contoso.com", {"serves": {"contoso.com": true}})) == []

test_an_account_of_another_domain if _read(_change("/spec/dsa/accounts/svc-mdi@fabrikam.com", {"serves": {"fabrikam.com": true}})) == [true]

test_applies if {
	_applies(_given) == [true]
	_applies(_change("/spec/remote_sam", "retired")) == [false]
	_applies(_change("/server/roles/dc", true)) == [false]
	_applies(_change("/server/roles/rodc", true)) == [false]
	_applies(_change("/server/registry/restrict_remote_sam", {"present": false})) == [false]
	_applies(_change("/spec/dsa", {})) == [false]
	_applies(json.remove(_given, ["server/roles/dc"])) == []
	_applies(json.remove(_given, ["server/roles/rodc"])) == []
	_applies(json.remove(_given, ["server/registry"])) == []
	_applies(json.remove(_given, ["server/domain"])) == []
}

test_shows_its_evidence if {
	account_may_read.observed == {
		"descriptor": "O:BAG:BAD:(A;;RC;;;BA)(A;;RC;;;S-1-5-21-1004336348-1177238915-682003330-1119)",
		"granted": {"S-1-5-32-544": "0x20000", "mdisvc01$@contoso.com": "0x0"},
	} with input as json.remove(_given, ["server/remote_sam_access/2"])
	account_may_read.required == {"owner_and_group": "^O:(BA|S-1-5-32-544)G:(BA|S-1-5-32-544)D:", "granted": "0x20000"} with input as _given
}
