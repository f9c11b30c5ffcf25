package mdi.rules.licences.dod_licence_test

import data.mdi.rules.licences.dod_licence

_read(given) := [answer | answer := dod_licence.compliant with input as given]

_applies(given) := [answer | answer := dod_licence.applies with input as given]

_good := _tenant("dod", [_sku("ATA", "enabled", "success")])

test_complies if _read(_good) == [true]

test_shows_its_evidence if {
	count([observed | observed := dod_licence.observed with input as _good]) == 1
	count([required | required := dod_licence.required with input as _good]) == 1
}

_tenant(cloud, skus) := {"tenant": {"cloud": cloud, "skus": {name: sku | some sku in skus; name := sku.part_number}}}

_sku(part, status, plan) := {"part_number": part, "status": status, "service_plans": {"14ab5db5-e6c4-4b20-b4bc-13e36fd2227f": plan}}

test_no_product if _read(_tenant("dod", [])) == [false]

test_was_not_read if _read({"tenant": {"cloud": "dod"}}) == []

test_in_grace if _read(_tenant("dod", [_sku("ATA", "warning", "success")])) == [true]

test_not_in_force if every status in ["suspended", "deleted", "locked_out"] {
	_read(_tenant("dod", [_sku("ATA", status, "success")])) == [false]
}

test_plan_pending if every plan in ["pending_provisioning", "pending_activation"] {
	_read(_tenant("dod", [_sku("ATA", "enabled", plan)])) == [true]
}

test_plan_does_not_work if every plan in ["disabled", "error", "pending_input"] {
	_read(_tenant("dod", [_sku("ATA", "enabled", plan)])) == [false]
}

test_a_product_without_the_plan if _read(_tenant("dod", [{"part_number": "SPE_E3", "status": "enabled", "service_plans": {"efb87545-963c-4e0d-99df-69c6916d9eb0": "success"}}])) == [false]

test_status_was_not_read if _read({"tenant": {"cloud": "dod", "skus": {"a": {"part_number": "ATA", "service_plans": {"14ab5db5-e6c4-4b20-b4bc-13e36fd2227f": "success"}}}}}) == []

test_part_number_was_not_read if _read({"tenant": {"cloud": "dod", "skus": {"a": {"status": "enabled", "service_plans": {"14ab5db5-e6c4-4b20-b4bc-13e36fd2227f": "success"}}}}}) == []

test_plans_were_not_read if _read({"tenant": {"cloud": "dod", "skus": {"a": {"part_number": "ATA", "status": "enabled"}}}}) == []

test_one_of_several_was_not_read if _read({"tenant": {"cloud": "dod", "skus": {"a": _sku("ATA", "enabled", "success"), "b": {"part_number": "X", "status": "enabled"}}}}) == []

test_applies if _applies(_good) == [true]

test_another_cloud if every cloud in ["commercial", "gcc", "gcc_high", "other"] {
	_applies(_tenant(cloud, [])) == [false]
}

test_cloud_was_not_read if _applies({"tenant": {"skus": {}}}) == []
