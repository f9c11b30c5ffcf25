package mdi.decisions.auditing_method_test

import data.mdi.decisions.auditing_method

test_v3_only_is_automatic if auditing_method.choice == "automatic" with input as {"spec": {"sensors": {"a": {"generation": "v3"}}}}

test_mixed_is_gpo if auditing_method.choice == "gpo" with input as {"spec": {"sensors": {"a": {"generation": "v3"}, "b": {"generation": "v2"}}}}

test_spec_decides if auditing_method.choice == "manual" with input as {"spec": {"auditing": {"method": "manual"}, "sensors": {}}}

test_automatic_with_v2_is_warned_about if {
	w := auditing_method.warnings with input as {"spec": {"auditing": {"method": "automatic"}, "sensors": {"b": {"generation": "v2"}}}}
	count(w) == 1
}

test_automatic_without_v2_is_not if count(auditing_method.warnings) == 0 with input as {"spec": {"auditing": {"method": "automatic"}, "sensors": {"b": {"generation": "v3"}}}}

test_gives_its_reasons if {
	contains(auditing_method.reasons[0], "asks") with input as {"spec": {"auditing": {"method": "manual"}, "sensors": {}}}
	contains(auditing_method.reasons[0], "v3") with input as {"spec": {"sensors": {"a": {"generation": "v3"}}}}
	contains(auditing_method.reasons[0], "Classic") with input as {"spec": {"sensors": {"a": {"generation": "v2"}}}}
	count(auditing_method.warnings) == 0 with input as {"spec": {"sensors": {"a": {"generation": "v2"}}}}
}

test_servers_without_a_sensor_do_not_count if auditing_method.choice == "automatic" with input as {"spec": {"sensors": {"a": {"generation": "v3"}, "b": {"generation": "none"}}}}
