package mdi.lib.parameters_test

import data.mdi.lib.parameters

_row := {"value": 0.15, "min": 0.1, "max": 0.9}

_value(overrides) := value if {
	value := parameters.value("share") with data.mdi.overrides as overrides with data.mdi.tables.parameters as {"share": _row}
}

test_the_table_holds_without_an_override if _value({}) == 0.15

test_an_override_counts_within_its_bounds if {
	every n in [0.1, 0.5, 0.9] {
		_value({"share": n}) == n
	}
	every n in [0.09, 0.91] {
		_value({"share": n}) == 0.15
	}
}

# Nothing at all may stay free, and the greater part has to be usable.
test_headroom_is_a_share if {
	every n in [0, 0.9] {
		parameters.value("capacity.headroom") == n with data.mdi.overrides as {"capacity.headroom": n}
	}
	every n in [-1, 0.91] {
		parameters.value("capacity.headroom") == 0.15 with data.mdi.overrides as {"capacity.headroom": n}
	}
}

test_a_large_database_has_rows if {
	every n in [0, 1000000000] {
		parameters.value("ca.large_database") == n with data.mdi.overrides as {"ca.large_database": n}
	}
	every n in [-1, 1000000001] {
		parameters.value("ca.large_database") == 1000000 with data.mdi.overrides as {"ca.large_database": n}
	}
}

# The numbers of the risk score are parameters too, each within the bounds of its part.
test_risk_is_scored_by_parameters if {
	scored := {name: row.value | some name, row in data.mdi.tables.parameters; startswith(name, "risk.")}
	scored == {
		"risk.other_setting": 1, "risk.directory_object": 1, "risk.many_servers": 3, "risk.sensor_software": 3,
		"risk.service_restart": 3, "risk.possible_restart": 4, "risk.certain_restart": 5, "risk.irreversible": 2,
		"risk.whole_workspace": 1, "risk.single_controller_site": 2, "risk.pdc_emulator": 2, "risk.other_role_holder": 1,
		"risk.read_only_controller": -1, "risk.untested_variant": 2, "risk.accepted_warning": 1,
		"risk.outside_business_hours": -1, "risk.medium_from": 3, "risk.high_from": 6, "risk.business_opens": 8,
		"risk.business_closes": 18,
	}
}

test_points_and_hours_have_bounds if {
	every name, bounds in {"risk.other_setting": [0, 20], "risk.pdc_emulator": [-20, 20], "risk.high_from": [0, 100], "risk.business_opens": [0, 24]} {
		every n in bounds {
			parameters.value(name) == n with data.mdi.overrides as {name: n}
		}
		every n in [bounds[0] - 1, bounds[1] + 1] {
			parameters.value(name) == data.mdi.tables.parameters[name].value with data.mdi.overrides as {name: n}
		}
	}
}

test_a_parameter_says_where_it_comes_from if {
	every row in data.mdi.tables.parameters {
		row.source != ""
		row.unit != ""
		row.date != ""
	}
}
