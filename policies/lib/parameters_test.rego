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
