package mdi.rules.sensor_v3.ready_to_migrate_test

import data.mdi.rules.sensor_v3.ready_to_migrate

_read(given) := [answer | answer := ready_to_migrate.compliant with input as given]

_applies(given) := [answer | answer := ready_to_migrate.applies with input as given]

_change(patch) := json.patch(_good, patch)

_good := {
	"run": {"policy_date": "2026-11-24"},
	"spec": {"sensor": {"migrate": true}},
	"sensor": {"migration_state": "ready"},
	"server": {
		"roles": {"adfs": false, "adcs": false, "entra_connect": false},
		"sensor_v2": {"version": "2.254.19112.470"},
		"os_family": "ws2022",
		"lcu_month": "2026-07",
		"tls12_client_enabled": true,
		"services": {"aatpsensorupdater": {"state": "running"}, "sense": {"state": "running"}},
		"mde": {
			"onboarded": true,
			"status_key_present": true,
			"onboarding_policy_present": true,
			"sense_machine_id": "5b0f0a52-6c1b-4d20-9b7f-1c22e9f0aa01",
			"sense_version": "10.8735",
			"device_records": 1,
		},
	},
}

_with(path, value) := _change([{"op": "replace", "path": path, "value": value}])

test_complies if _read(_good) == [true]

test_each_condition_counts if {
	every c in [
		["/server/roles/adfs", true], ["/server/roles/adcs", true], ["/server/roles/entra_connect", true],
		["/server/os_family", "ws2016"], ["/server/lcu_month", "2026-06"], ["/server/tls12_client_enabled", false],
		["/server/services/aatpsensorupdater/state", "stopped"], ["/server/services/sense/state", "stopped"],
		["/server/mde/onboarded", false], ["/server/mde/status_key_present", false], ["/server/mde/onboarding_policy_present", false],
		["/server/mde/sense_version", "10.8734.99999"], ["/server/mde/device_records", 0], ["/server/mde/device_records", 2],
		["/sensor/migration_state", "not_ready"], ["/sensor/migration_state", "failed"],
	] {
		_read(_with(c[0], c[1])) == [false]
	}
}

test_each_fact_is_needed if {
	every path in [
		"/server/roles/adfs", "/server/roles/adcs", "/server/roles/entra_connect", "/server/sensor_v2/version", "/server/os_family",
		"/server/lcu_month", "/server/tls12_client_enabled", "/server/services/aatpsensorupdater/state", "/server/services/sense/state",
		"/server/mde/onboarded", "/server/mde/status_key_present", "/server/mde/onboarding_policy_present", "/server/mde/sense_machine_id",
		"/server/mde/sense_version", "/server/mde/device_records", "/sensor/migration_state",
	] {
		_read(_change([{"op": "remove", "path": path}])) == []
	}
}

test_under_way_is_as_good_as_ready if _read(_with("/sensor/migration_state", "migrating")) == [true]

test_c37_a_controller_with_a_role_is_not_migrated if _read(_with("/server/roles/adcs", true)) == [false]

test_c51_versions_compare_number_by_number if {
	_read(_with("/server/sensor_v2/version", "2.254.19112.469")) == [false]
	_read(_with("/server/sensor_v2/version", "2.254.9.999")) == [false]
	_read(_with("/server/sensor_v2/version", "2.255.19201.14651")) == [true]
}

test_c36_server_2025_since_july if {
	joined := _with("/server/os_family", "ws2025")
	_read(joined) == [true]
	_read(json.patch(joined, [{"op": "replace", "path": "/run/policy_date", "value": "2026-07-01"}])) == [true]
	_read(json.patch(joined, [{"op": "replace", "path": "/run/policy_date", "value": "2026-06-30"}])) == [false]
}

test_from_the_first_day if {
	every family in ["ws2019", "ws2022"] {
		_read(_change([
			{"op": "replace", "path": "/run/policy_date", "value": "2026-03-01"},
			{"op": "replace", "path": "/server/os_family", "value": family},
			{"op": "replace", "path": "/server/lcu_month", "value": "2026-03"},
		])) == [true]
	}
}

test_other_systems if {
	_read(_with("/server/os_family", "ws2019")) == [true]
	_read(_with("/server/os_family", "ws2012r2")) == [false]
}

test_c31_the_floor_rose_in_september if {
	march := _with("/server/lcu_month", "2026-03")
	_read(march) == [false]
	_read(json.patch(march, [{"op": "replace", "path": "/run/policy_date", "value": "2026-09-01"}])) == [false]
	_read(json.patch(march, [{"op": "replace", "path": "/run/policy_date", "value": "2026-08-31"}])) == [true]
	_read(json.patch(_with("/server/lcu_month", "2026-02"), [{"op": "replace", "path": "/run/policy_date", "value": "2026-08-31"}])) == [false]
}

test_before_there_was_a_migration if _read(_with("/run/policy_date", "2026-02-28")) == []

test_applies_until_it_is_done if {
	_applies(_good) == [true]
	_applies(_with("/sensor/migration_state", "up_to_date")) == [false]
	_applies(_change([{"op": "remove", "path": "/sensor/migration_state"}])) == []
	_applies(_with("/spec/sensor/migrate", false)) == [false]
	_applies({"spec": {}}) == [false]
}

test_shows_its_evidence if {
	ready_to_migrate.observed.roles == {"adfs": false, "adcs": false, "entra_connect": false} with input as _change([{"op": "add", "path": "/server/roles/dc", "value": true}])
	ready_to_migrate.observed["v2 version"] == "2.254.19112.470" with input as _good
	ready_to_migrate.required["cumulative update"] == "2026-07" with input as _good
	ready_to_migrate.required.system == ["ws2019", "ws2022", "ws2025"] with input as _good
}
