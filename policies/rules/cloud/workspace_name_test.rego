package mdi.rules.cloud.workspace_name_test

import data.mdi.rules.cloud.workspace_name

_read(given) := [answer | answer := workspace_name.compliant with input as given]

_good := {"workspace": {"exists": true, "name": "contoso-corp"}}

test_complies if _read(_good) == [true]

test_shows_its_evidence if {
	count([observed | observed := workspace_name.observed with input as _good]) == 1
	count([required | required := workspace_name.required with input as _good]) == 1
}

test_does_not_comply if _read({"workspace": {"exists": false}}) == [false]

test_was_not_read if _read({"workspace": {}}) == []

test_c59_a_name_that_was_only_planned if _read({"workspace": {"exists": false, "name": "contoso-corp"}}) == [false]

test_says_that_it_was_not_read if {
	observed := workspace_name.observed with input as {"workspace": {"exists": true}}
	observed.name == "not read"
}

test_name_was_not_read if _read({"workspace": {"exists": true}}) == []

test_existence_was_not_read if _read({"workspace": {"name": "contoso-corp"}}) == []

test_shows_observed if [observed | observed := workspace_name.observed with input as _good] == [{"exists": true, "name": "contoso-corp"}]
