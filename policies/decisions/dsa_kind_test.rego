package mdi.decisions.dsa_kind_test

import data.mdi.decisions.dsa_kind

test_default_is_gmsa if dsa_kind.choice == "gmsa" with input as {"spec": {"dsa": {"absence_accepted": false}}}

test_spec_decides if dsa_kind.choice == "user" with input as {"spec": {"dsa": {"kind": "user"}}}

test_absence_is_accepted if dsa_kind.choice == "none" with input as {"spec": {"dsa": {"absence_accepted": true}}}

test_user_is_warned_about if count(dsa_kind.warnings) == 1 with input as {"spec": {"dsa": {"kind": "user"}}}

test_gives_its_reasons if {
	count(dsa_kind.reasons) == 1 with input as {"spec": {"dsa": {"kind": "user"}}}
	count(dsa_kind.warnings) == 1 with input as {"spec": {"dsa": {"kind": "user"}}}
	count(dsa_kind.warnings) == 0 with input as {"spec": {}}
	contains(dsa_kind.reasons[0], "reduced coverage") with input as {"spec": {"dsa": {"absence_accepted": true}}}
	contains(dsa_kind.reasons[0], "group managed") with input as {"spec": {}}
}

_estate(spec, there) := {"spec": {"sensors": spec}, "sensors": there}

_v3 := {"generation": "v3"}

_v2 := {"generation": "v2"}

_choice(given) := [answer | answer := dsa_kind.choice with input as given]

_warned(given) := text if text := concat(" ", dsa_kind.warnings) with input as given

test_v3_alone_needs_none if {
	_choice(_estate({"dc1": _v3}, {})) == ["none"]
	_choice(_estate({"dc1": _v3}, {"dc2": _v3})) == ["none"]
	_choice(_estate({"dc1": _v3}, {"dc1": _v2})) == ["none"]
	contains(dsa_kind.reasons[0], "Every sensor is v3") with input as _estate({"dc1": _v3}, {})
	_warned(_estate({"dc1": _v3}, {"dc2": _v3})) == ""
}

test_one_classic_sensor_needs_one if {
	every classic in ["v2", "standalone"] {
		_choice(_estate({"dc1": _v3, "ca1": {"generation": classic}}, {})) == ["gmsa"]
		contains(_warned(_estate({"dc1": _v3, "ca1": {"generation": classic}}, {})), "ca1")
		_choice(_estate({"dc1": _v3}, {"ca1": {"generation": classic}})) == ["gmsa"]
		contains(_warned(_estate({"dc1": _v3}, {"ca1": {"generation": classic}})), "ca1")
	}
	not contains(_warned(_estate({"dc1": _v3, "ca1": _v2}, {"dc1": _v2})), "dc1")
	not contains(_warned(_estate({"dc1": _v2, "ca1": _v2}, {"dc1": _v3})), "v3")
}

test_what_nobody_knows_may_be_classic if {
	_choice(_estate({"dc1": _v3, "dc2": {}}, {})) == ["gmsa"]
	_choice(_estate({"dc1": _v3}, {"dc2": {}})) == ["gmsa"]
	_choice({"spec": {"sensors": {"dc1": _v3}}}) == ["gmsa"]
	_choice(_estate({}, {})) == ["gmsa"]
	_warned(_estate({"dc1": _v2}, {})) == ""
	_warned({"spec": {"sensors": {"dc1": _v3, "dc2": _v2}}}) != ""
}
