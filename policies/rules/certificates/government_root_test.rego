package mdi.rules.certificates.government_root_test

import data.mdi.rules.certificates.government_root

_read(given) := [answer | answer := government_root.compliant with input as given]

_applies(given) := [answer | answer := government_root.applies with input as given]

_good := _given("gcc_high", true)

test_complies if _read(_good) == [true]

test_shows_its_evidence if {
	count([observed | observed := government_root.observed with input as _good]) == 1
	count([required | required := government_root.required with input as _good]) == 1
}

_given(cloud, present) := {"tenant": {"cloud": cloud}, "server": {"root_certificates": {"a8985d3a65e5e5c4b2d7d66d40c6dd2fb19c5436": {"present": present}}}}

test_does_not_comply if _read(_given("gcc_high", false)) == [false]

test_was_not_read if {
	_read({"tenant": {"cloud": "gcc_high"}, "server": {"root_certificates": {}}}) == []
	_read({"tenant": {"cloud": "gcc_high"}, "server": {"root_certificates": {"df3c24f9bfd666761b268073fe06d1cc8d4f82a4": {"present": true}}}}) == []
}

test_applies if every cloud in ["gcc_high", "dod"] {
	_applies(_given(cloud, true)) == [true]
}

test_another_cloud if every cloud in ["commercial", "gcc", "other"] {
	_applies(_given(cloud, true)) == [false]
}

test_cloud_was_not_read if _applies({"tenant": {}}) == []
