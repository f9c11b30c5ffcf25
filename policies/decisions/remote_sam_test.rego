package mdi.decisions.remote_sam_test

import data.mdi.decisions.remote_sam

_choice(given) := [answer | answer := remote_sam.choice with input as given]

_reason(given) := text if text := concat(" ", remote_sam.reasons) with input as given

_warning(given) := text if text := concat(" ", remote_sam.warnings) with input as given

_on(day, spec) := {"run": {"policy_date": day}, "spec": spec}

test_default_is_retired if {
	_choice(_on("2025-05-15", {})) == ["retired"]
	contains(_reason(_on("2025-05-15", {})), "2025")
	_warning(_on("2025-05-15", {})) == ""
}

test_before_it_ended if {
	_choice(_on("2025-05-14", {})) == ["legacy"]
	contains(_reason(_on("2025-05-14", {})), "still")
	_warning(_on("2025-05-14", {})) == ""
}

test_spec_decides if {
	_choice(_on("2026-11-24", {"remote_sam": "legacy"})) == ["legacy"]
	contains(_reason(_on("2026-11-24", {"remote_sam": "legacy"})), "asks")
}

test_the_old_way_is_warned_about if {
	contains(_warning(_on("2026-11-24", {"remote_sam": "legacy"})), "nothing")
	_warning(_on("2026-11-24", {"remote_sam": "retired"})) == ""
}

test_without_a_day_it_is_open if {
	_choice({"spec": {}}) == []
	not remote_sam.reasons with input as {"spec": {}}
}
