package mdi.rules.cloud.no_preview_test

import data.mdi.rules.cloud.no_preview

_read(given) := [answer | answer := no_preview.compliant with input as given]

_applies(given) := [answer | answer := no_preview.applies with input as given]

_good := _given("gcc", "v3", "mde", true, false)

test_complies if _read(_good) == [true]

test_shows_its_evidence if {
	count([observed | observed := no_preview.observed with input as _good]) == 1
	count([required | required := no_preview.required with input as _good]) == 1
}

_given(cloud, generation, onboarding, dc, rodc) := {
	"spec": {"sensor": {"generation": generation, "onboarding": onboarding}},
	"tenant": {"cloud": cloud},
	"server": {"roles": {"dc": dc, "rodc": rodc}},
}

# Case 40: AD FS that is no domain controller.
test_c40_does_not_comply if _read(_given("gcc_high", "v3", "mde", false, false)) == [false]

test_was_not_read if _read({"spec": {}}) == []

test_read_only_controller if _read(_given("gcc", "v3", "mde", false, true)) == [true]

test_onboarding_by_package if _read(_given("gcc", "v3", "mdi_package", true, false)) == [false]

test_roles_were_not_read if {
	_read(json.remove(_good, ["/server/roles/dc"])) == []
	_read(json.remove(_good, ["/server/roles/rodc"])) == []
}

test_onboarding_is_not_in_the_spec if _read(json.remove(_good, ["/spec/sensor/onboarding"])) == []

test_government_clouds if every cloud in ["gcc", "gcc_high", "dod"] {
	_applies(_given(cloud, "v3", "mde", true, false)) == [true]
}

test_commercial_cloud if _applies(_given("commercial", "v3", "mde", true, false)) == [false]

test_not_planned if {
	_applies(_given("gcc", "v2", "mde", true, false)) == [false]
	_applies({"spec": {}, "tenant": {"cloud": "gcc"}}) == [false]
}

test_cloud_was_not_read if _applies({"spec": {"sensor": {"generation": "v3"}}, "tenant": {}}) == []
