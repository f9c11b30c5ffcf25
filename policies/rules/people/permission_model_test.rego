package mdi.rules.people.permission_model_test

import data.mdi.rules.people.permission_model

_read(given) := [answer | answer := permission_model.compliant with input as given]

_good := _new("2025-03-02T00:00:00Z", "2025-04-01T00:00:00Z", false)

test_complies if _read(_good) == [true]

test_shows_its_evidence if {
	permission_model.observed == {"unified RBAC only": true, "uses legacy groups": false, "identity workload": true} with input as _good
	is_string(permission_model.required) with input as _good
}

_given(tenant, workspace, legacy, groups, active) := {
	"spec": {"rbac": {"use_legacy_groups": groups}},
	"tenant": {"created_at": tenant, "legacy_roles_in_use": legacy, "urbac": {"identity_workload_active": active}},
	"workspace": {"created_at": workspace},
}

_new(tenant, workspace, legacy) := _given(tenant, workspace, legacy, false, true)

_old := "2025-03-01T23:59:59Z"

# Case 87: a tenant of the first day, and a plan that fills the legacy groups.
test_c87_does_not_comply if _read(_given("2025-03-02T00:00:00Z", "2025-04-01T00:00:00Z", false, true, true)) == [false]

test_was_not_read if _read({"spec": {"rbac": {"use_legacy_groups": false}}}) == []

test_workload_is_not_active if _read(_given("2025-03-02T00:00:00Z", "2025-04-01T00:00:00Z", false, false, false)) == [false]

test_an_older_tenant_keeps_what_it_has if {
	_read(_given(_old, _old, true, true, false)) == [true]
	_read(_given(_old, _old, true, false, false)) == [true]
}

test_each_tells_that_it_is_new if {
	_read(_given("2025-03-02T00:00:00Z", _old, true, true, true)) == [false]
	_read(_given(_old, "2025-03-02T00:00:00Z", true, true, true)) == [false]
	_read(_given(_old, _old, false, true, true)) == [false]
}

test_each_is_needed_to_tell_that_it_is_not if every pointer in ["/tenant/created_at", "/workspace/created_at", "/tenant/legacy_roles_in_use"] {
	_read(json.remove(_given(_old, _old, true, true, true), [pointer])) == []
}

test_says_that_it_was_not_read if {
	observed := permission_model.observed with input as json.remove(_good, ["/tenant/urbac"])
	observed["identity workload"] == "not read"
}

test_workload_was_not_read if _read(json.remove(_good, ["/tenant/urbac"])) == []

test_not_in_the_spec if _read(json.remove(_good, ["/spec/rbac"])) == []
