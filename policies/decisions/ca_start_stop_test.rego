package mdi.decisions.ca_start_stop_test

import data.mdi.decisions.ca_start_stop

_choice(given) := [answer | answer := ca_start_stop.choice with input as given]

_reason(given) := text if text := concat(" ", ca_start_stop.reasons) with input as given

_warning(given) := text if text := concat(" ", ca_start_stop.warnings) with input as given

_ca(rows, spec) := {"server": {"ca": {"database_rows": rows}}, "spec": {"auditing": spec}}

test_a_small_database_is_audited if {
	_choice(_ca(1000000, {})) == ["audited"]
	contains(_reason(_ca(1000000, {})), "has 1000000 rows, which does not delay")
	_warning(_ca(1000000, {})) == ""
}

test_a_large_one_is_with_a_warning if {
	_choice(_ca(1000001, {})) == ["audited"]
	contains(_reason(_ca(1000001, {})), "has to make")
	contains(_warning(_ca(1000001, {})), "has 1000001 rows: the service starts slowly")
}

test_the_limit_is_the_estates if {
	contains(_warning(_ca(10, {})), "has 10 rows") with data.mdi.overrides as {"ca.large_database": 9}
	_warning(_ca(10, {})) == "" with data.mdi.overrides as {"ca.large_database": 10}
}

test_spec_decides if {
	_choice(_ca(1, {"ca_start_stop": false})) == ["left_out"]
	_choice(_ca(1000001, {"ca_start_stop": true})) == ["audited"]
	contains(_reason(_ca(1, {"ca_start_stop": false})), "asks")
	_choice({"spec": {"auditing": {"ca_start_stop": true}}}) == ["audited"]
}

test_leaving_out_is_warned_about if contains(_warning(_ca(1000001, {"ca_start_stop": false})), "whole filter")

test_slow_starts_are_warned_about if {
	contains(_warning(_ca(1000001, {"ca_start_stop": true})), "has 1000001 rows: the service starts slowly")
	_warning(_ca(1000000, {"ca_start_stop": true})) == ""
}

test_unread_facts_leave_it_open if {
	_choice({"server": {"ca": {}}, "spec": {"auditing": {}}}) == []
	not ca_start_stop.reasons with input as {"server": {"ca": {}}, "spec": {"auditing": {}}}
}
