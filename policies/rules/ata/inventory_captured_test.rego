package mdi.rules.ata.inventory_captured_test

import data.mdi.rules.ata.inventory_captured

_read(given) := [answer | answer := inventory_captured.compliant with input as given]

test_complies if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"ata": {
		"center_present": true,
		"inventory": {
			"dsa": true,
			"syslog": true,
			"mail": true,
			"role_groups": true,
			"vpn": true,
			"exclusions": true,
			"honeytokens": true,
			"sensitive_tags": true,
			"report_schedules": true,
		},
	},
}) == [true]

test_does_not_comply if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"ata": {
		"center_present": true,
		"inventory": {
			"dsa": true,
		},
	},
}) == [false]

test_was_not_read if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
}) == []

test_shows_its_evidence if {
	given := {
		"run": {
			"now": "2026-11-24T09:00:00Z",
			"policy_date": "2026-11-24",
			"profile": "v2-current",
		},
		"spec": {},
		"ata": {
			"center_present": true,
			"inventory": {
				"dsa": true,
				"syslog": true,
				"mail": true,
				"role_groups": true,
				"vpn": true,
				"exclusions": true,
				"honeytokens": true,
				"sensitive_tags": true,
				"report_schedules": true,
			},
		},
	}
	[observed | observed := inventory_captured.observed with input as given] == [{"dsa", "exclusions", "honeytokens", "mail", "report_schedules", "role_groups", "sensitive_tags", "syslog", "vpn"}]
	count([required | required := inventory_captured.required with input as given]) == 1
}

test_one_item_missing if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"ata": {
		"center_present": true,
		"inventory": {
			"syslog": true,
			"mail": true,
			"role_groups": true,
			"vpn": true,
			"exclusions": true,
			"honeytokens": true,
			"sensitive_tags": true,
			"report_schedules": true,
		},
	},
}) == [false]

test_no_center if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"ata": {
		"center_present": false,
	},
}) == [true]

test_inventory_unread if _read({
	"run": {
		"now": "2026-11-24T09:00:00Z",
		"policy_date": "2026-11-24",
		"profile": "v2-current",
	},
	"spec": {},
	"ata": {
		"center_present": true,
	},
}) == []

test_each_part_counts if {
	all := {"dsa", "syslog", "mail", "role_groups", "vpn", "exclusions", "honeytokens", "sensitive_tags", "report_schedules"}
	every part in all {
		_read({"ata": {"center_present": true, "inventory": {p: true | some p in (all - {part})}}}) == [false]
	}
}

test_no_center_needs_no_inventory if _read({"ata": {"center_present": false, "inventory": {}}}) == [true]
