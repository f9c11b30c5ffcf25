package mdi.rules.certificates.gcc_roots_test

import data.mdi.rules.certificates.gcc_roots

_read(given) := [answer | answer := gcc_roots.compliant with input as given]

_applies(given) := [answer | answer := gcc_roots.applies with input as given]

_good := _given(true, true)

test_complies if _read(_good) == [true]

test_shows_its_evidence if {
	count([observed | observed := gcc_roots.observed with input as _good]) == 1
	count([required | required := gcc_roots.required with input as _good]) == 1
}

_given(g2, ca) := {"tenant": {"cloud": "gcc"}, "server": {"root_certificates": {
	"df3c24f9bfd666761b268073fe06d1cc8d4f82a4": {"present": g2},
	"a8985d3a65e5e5c4b2d7d66d40c6dd2fb19c5436": {"present": ca},
}}}

test_does_not_comply if {
	_read(_given(true, false)) == [false]
	_read(_given(false, true)) == [false]
	_read(_given(false, false)) == [false]
}

test_was_not_read if _read({"tenant": {"cloud": "gcc"}, "server": {"root_certificates": {}}}) == []

test_one_was_not_read if {
	_read({"server": {"root_certificates": {"df3c24f9bfd666761b268073fe06d1cc8d4f82a4": {"present": true}}}}) == []
	_read({"server": {"root_certificates": {"a8985d3a65e5e5c4b2d7d66d40c6dd2fb19c5436": {"present": true}}}}) == []
	_read({"server": {"root_certificates": {"a8985d3a65e5e5c4b2d7d66d40c6dd2fb19c5436": {"present": false}}}}) == [false]
}

test_applies if {
	_applies(_good) == [true]
	_applies({"tenant": {"cloud": "commercial"}}) == [false]
	_applies({"tenant": {}}) == []
}

test_other_certificates_do_not_matter if {
	given := object.union(_good, {"server": {"root_certificates": {"0000": {"present": false}}}})
	_read(given) == [true]
	_read(json.remove(given, ["server/root_certificates/df3c24f9bfd666761b268073fe06d1cc8d4f82a4"])) == []
}
