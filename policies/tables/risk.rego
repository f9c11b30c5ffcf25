# What the risk of a step is the sum of. The vendor does not score changes: the numbers are the common practice of change
# boards, chosen by us and described in docs/change-board.md. The spec may replace each of them as parameter "risk.<name>".
package mdi.tables

risk := {
	# What is done; only the greatest of these counts.
	"base": {
		"other_setting": 1,
		"directory_object": 1,
		"many_servers": 3,
		"sensor_software": 3,
		"service_restart": 3,
		"possible_restart": 4,
		"certain_restart": 5,
	},
	# What makes it worse or milder; all of these add up.
	"modifiers": {
		"irreversible": 2,
		"whole_workspace": 1,
		"single_controller_site": 2,
		"pdc_emulator": 2,
		"other_role_holder": 1,
		"read_only_controller": -1,
		"untested_variant": 2,
		"accepted_warning": 1,
		"outside_business_hours": -1,
	},
	# From how many points on a wave is of medium and of high risk.
	"bands": {
		"medium_from": 3,
		"high_from": 6,
	},
	# From Monday to Friday, in the time zone of the window.
	"hours": {
		"business_opens": 8,
		"business_closes": 18,
	},
	"date": "2026-11-25",
	"source": "docs/change-board.md",
}

_risk_limits := {
	"base": {"min": 0, "max": 20, "unit": "points"},
	"modifiers": {"min": -20, "max": 20, "unit": "points"},
	"bands": {"min": 0, "max": 100, "unit": "points"},
	"hours": {"min": 0, "max": 24, "unit": "o'clock"},
}

_risk_parameters := {sprintf("risk.%s", [name]): row |
	some part, limits in _risk_limits
	some name, value in risk[part]
	row := object.union(limits, {"value": value, "date": risk.date, "source": risk.source})
}
