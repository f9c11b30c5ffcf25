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
