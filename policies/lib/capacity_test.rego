package mdi.lib.capacity_test

import data.mdi.lib.capacity

_row(packets) := [row | row := capacity.row(packets)]

# Each row: the first rate it holds for, the last one, cores and bytes.
_rows := [
	[0, 999, 0.25, 2684354560],
	[1000, 4999, 0.75, 6442450944],
	[5000, 9999, 1, 6979321856],
	[10000, 19999, 2, 9663676416],
	[20000, 49999, 3.5, 10200547328],
	[50000, 74999, 5.5, 12348030976],
	[75000, 100000, 7.5, 14495514624],
]

test_an_edge_belongs_to_the_higher_row if {
	every r in _rows {
		every packets in [r[0], r[1]] {
			[row] = _row(packets)
			row.cores == r[2]
			row.memory_bytes == r[3]
		}
	}
}

test_there_is_no_row_outside_the_table if {
	_row(-1) == []
	_row(100001) == []
}
