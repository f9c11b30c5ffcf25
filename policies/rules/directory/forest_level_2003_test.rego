package mdi.rules.directory.forest_level_2003_test

import data.mdi.rules.directory.forest_level_2003

_read(given) := [answer | answer := forest_level_2003.compliant with input as given]

_observed(given) := [answer | answer := forest_level_2003.observed with input as given]

_base := _level(2)

_level(n) := {"subject": {"kind": "forest", "key": "contoso.com"}, "spec": {}, "forest": {"functional_level": n}}

test_complies if {
	_read(_base) == [true]
	_read(_level(10)) == [true]
}

# 1 is the interim level of Windows 2003, between Windows 2000 and it.
test_does_not_comply if {
	_read(_level(1)) == [false]
	_read(_level(0)) == [false]
}

test_was_not_read if _read({"spec": {}, "forest": {}}) == []

test_shows_its_evidence if {
	count(_observed(_base)) == 1
	count([required | required := forest_level_2003.required with input as _base]) == 1
}
