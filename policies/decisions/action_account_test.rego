package mdi.decisions.action_account_test

import data.mdi.decisions.action_account

_choice(given) := [answer | answer := action_account.choice with input as given]

_reason(given) := text if text := concat(" ", action_account.reasons) with input as given

_warning(given) := text if text := concat(" ", action_account.warnings) with input as given

_planned(generation, spec) := {"spec": object.union({"sensors": {"dc01": {"generation": generation}}}, spec), "sensors": {}, "workspace": {"action_account_mode": "local_system"}}

_gmsa := {"action_account": {"mode": "gmsa"}}

test_default_is_local_system if {
	_choice(_planned("v2", {})) == ["local_system"]
	contains(_reason(_planned("v2", {})), "no account")
	_warning(_planned("v2", {})) == ""
}

test_v3_is_the_reason if {
	_choice(_planned("v3", {})) == ["local_system"]
	contains(_reason(_planned("v3", {})), "v3")
	contains(_reason(object.union(_planned("v2", {}), {"sensors": {"dc02": {"generation": "v3"}}})), "v3")
}

test_spec_decides if {
	_choice(_planned("v2", _gmsa)) == ["gmsa"]
	contains(_reason(_planned("v2", _gmsa)), "asks")
	_warning(_planned("v2", _gmsa)) == ""
	_choice(_planned("v2", {"action_account": {"mode": "local_system"}})) == ["local_system"]
}

test_c101_a_gmsa_with_v3_is_warned_about if {
	_choice(_planned("v3", _gmsa)) == ["gmsa"]
	contains(_warning(_planned("v3", _gmsa)), "dc01")
	contains(_warning(object.union(_planned("v2", _gmsa), {"sensors": {"dc02": {"generation": "v3"}}})), "dc02")
	_warning(_planned("v3", {"action_account": {"mode": "local_system"}})) == ""
}

test_classic_sensors_are_no_reason if contains(_reason(object.union(_planned("v2", {}), {"sensors": {"dc02": {"generation": "v2"}}})), "no account")

test_what_is_replaced_is_said if {
	today := {"workspace": {"action_account_mode": "gmsa"}}
	contains(_warning(object.union(_planned("v2", {}), today)), "replaces")
	_warning(object.union(_planned("v2", _gmsa), today)) == ""
}

test_without_facts_the_default_holds if _choice({"spec": {"sensors": {}}}) == ["local_system"]
