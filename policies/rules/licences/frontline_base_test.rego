package mdi.rules.licences.frontline_base_test

import data.mdi.rules.licences.frontline_base

_read(given) := [answer | answer := frontline_base.compliant with input as given]

_applies(given) := [answer | answer := frontline_base.applies with input as given]

_good := _tenant({"SPE_F5_SEC": "enabled", "SPE_F1": "enabled"})

test_complies if _read(_good) == [true]

test_shows_its_evidence if {
	count([observed | observed := frontline_base.observed with input as _good]) == 1
	count([required | required := frontline_base.required with input as _good]) == 1
}

_tenant(products) := {"tenant": {"skus": {part: {"part_number": part, "status": status} | some part, status in products}}}

# Case 90: with its base licence, and alone.
test_c90_alone if _read(_tenant({"SPE_F5_SEC": "enabled"})) == [false]

test_was_not_read if {
	_read({"tenant": {}}) == []
	_applies({"tenant": {}}) == []
}

test_each_frontline_suite if every suite in ["M365_F1", "M365_F1_COMM", "SPE_F1"] {
	_read(_tenant({"SPE_F5_SEC": "enabled", suite: "warning"})) == [true]
}

test_office_with_mobility if every mobility in ["EMS", "EMSPREMIUM"] {
	_read(_tenant({"SPE_F5_SECCOMP": "enabled", "DESKLESSPACK": "enabled", mobility: "enabled"})) == [true]
}

test_office_alone if _read(_tenant({"SPE_F5_SEC": "enabled", "DESKLESSPACK": "enabled"})) == [false]

test_mobility_alone if _read(_tenant({"SPE_F5_SEC": "enabled", "EMS": "enabled"})) == [false]

test_base_that_ended if _read(_tenant({"SPE_F5_SEC": "enabled", "SPE_F1": "suspended"})) == [false]

test_applies_to_each_add_on if every part in ["SPE_F5_SEC", "SPE_F5_SECCOMP"] {
	_applies(_tenant({part: "enabled"})) == [true]
	_applies(_tenant({part: "warning"})) == [true]
	_applies(_tenant({part: "suspended"})) == [false]
}

test_no_add_on if _applies(_tenant({"SPE_E5": "enabled"})) == [false]

test_part_number_was_not_read if {
	_applies({"tenant": {"skus": {"a": {"status": "enabled"}}}}) == []
	_read({"tenant": {"skus": {"a": {"status": "enabled"}}}}) == []
}

test_status_was_not_read if _applies({"tenant": {"skus": {"a": {"part_number": "SPE_F5_SEC"}}}}) == []
