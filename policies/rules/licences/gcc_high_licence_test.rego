package mdi.rules.licences.gcc_high_licence_test

import data.mdi.rules.licences.gcc_high_licence

_read(given) := [answer | answer := gcc_high_licence.compliant with input as given]

_applies(given) := [answer | answer := gcc_high_licence.applies with input as given]

_good := _tenant("gcc_high", [_sku("SPE_E5_USGOV_GCCHIGH", "enabled", "success")])

test_complies if _read(_good) == [true]

test_shows_its_evidence if {
	count([observed | observed := gcc_high_licence.observed with input as _good]) == 1
	count([required | required := gcc_high_licence.required with input as _good]) == 1
}

_tenant(cloud, skus) := {"tenant": {"cloud": cloud, "skus": {name: sku | some sku in skus; name := sku.part_number}}}

_sku(part, status, plan) := {"part_number": part, "status": status, "service_plans": {"14ab5db5-e6c4-4b20-b4bc-13e36fd2227f": plan}}

test_no_product if _read(_tenant("gcc_high", [])) == [false]

test_was_not_read if _read({"tenant": {"cloud": "gcc_high"}}) == []

test_in_grace if _read(_tenant("gcc_high", [_sku("SPE_E5_USGOV_GCCHIGH", "warning", "success")])) == [true]

test_not_in_force if every status in ["suspended", "deleted", "locked_out"] {
	_read(_tenant("gcc_high", [_sku("SPE_E5_USGOV_GCCHIGH", status, "success")])) == [false]
}

test_plan_pending if every plan in ["pending_provisioning", "pending_activation"] {
	_read(_tenant("gcc_high", [_sku("SPE_E5_USGOV_GCCHIGH", "enabled", plan)])) == [true]
}

test_plan_does_not_work if every plan in ["disabled", "error", "pending_input"] {
	_read(_tenant("gcc_high", [_sku("SPE_E5_USGOV_GCCHIGH", "enabled", plan)])) == [false]
}

test_a_product_without_the_plan if _read(_tenant("gcc_high", [{"part_number": "SPE_E3", "status": "enabled", "service_plans": {"efb87545-963c-4e0d-99df-69c6916d9eb0": "success"}}])) == [false]

test_status_was_not_read if _read({"tenant": {"cloud": "gcc_high", "skus": {"a": {"part_number": "SPE_E5_USGOV_GCCHIGH", "service_plans": {"14ab5db5-e6c4-4b20-b4bc-13e36fd2227f": "success"}}}}}) == []

test_part_number_was_not_read if _read({"tenant": {"cloud": "gcc_high", "skus": {"a": {"status": "enabled", "service_plans": {"14ab5db5-e6c4-4b20-b4bc-13e36fd2227f": "success"}}}}}) == []

test_plans_were_not_read if _read({"tenant": {"cloud": "gcc_high", "skus": {"a": {"part_number": "SPE_E5_USGOV_GCCHIGH", "status": "enabled"}}}}) == []

test_one_of_several_was_not_read if _read({"tenant": {"cloud": "gcc_high", "skus": {"a": _sku("SPE_E5_USGOV_GCCHIGH", "enabled", "success"), "b": {"part_number": "X", "status": "enabled"}}}}) == []

test_applies if _applies(_good) == [true]

test_another_cloud if every cloud in ["commercial", "gcc", "dod", "other"] {
	_applies(_tenant(cloud, [])) == [false]
}

test_cloud_was_not_read if _applies({"tenant": {"skus": {}}}) == []
