package mdi.decisions.auditing_method_test

import data.mdi.decisions.auditing_method

test_v3_only_is_automatic if auditing_method.choice == "automatic" with input as {"spec": {"sensors": {"a": {"generation": "v3"}}}}

test_mixed_is_gpo if auditing_method.choice == "gpo" with input as {"spec": {"sensors": {"a": {"generation": "v3"}, "b": {"generation": "v2"}}}}

test_spec_decides if auditing_method.choice == "manual" with input as {"spec": {"auditing": {"method": "manual"}, "sensors": {}}}

test_automatic_with_v2_is_warned_about if {
	w := auditing_method.warnings with input as {"spec": {"auditing": {"method": "automatic"}, "sensors": {"b": {"generation": "v2"}}}}
	count(w) == 1
}
